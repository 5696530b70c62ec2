"""The only wiring: state, the production graph and the kinds."""
