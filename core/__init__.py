"""What every part of Bottega speaks: types, errors, settings. Imports nothing of ours."""
