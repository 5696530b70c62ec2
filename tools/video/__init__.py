"""Films: a small timeline, frames straight in YUV, and ffmpeg behind a pipe."""
