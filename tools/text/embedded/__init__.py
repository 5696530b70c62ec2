"""A writer without a model: frames over facts, hand-written imagery, every claim with its evidence."""
