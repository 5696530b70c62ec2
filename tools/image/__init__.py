"""Pictures without words in them."""
