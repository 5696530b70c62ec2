"""What outlives a run: notes, blobs, action records, run folders, events, checkpoints."""
