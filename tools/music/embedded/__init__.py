"""Music by theory and synthesis, with no sample and no model."""
