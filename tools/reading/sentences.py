def sentences(t,l): return []
