"""Words: writers behind one seam, and the limits of the places where words stand."""
