"""One format, one pure function: data in, bytes out, the same bytes every time."""
