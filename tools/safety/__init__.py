"""Gates for what comes from outside: files, hazards, personal data."""
