"""The sound of a film stays a decibel under full scale as it is delivered, not only before it was coded."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import soundfile

from tools.video.encode import TRUE_PEAK, _coded, headroom


def _wav(path: Path, top: float) -> Path:
    """Two seconds of noise bursts over a tone: what a coder rings at."""
    rng = np.random.default_rng(7)
    wave = 0.5 * np.sin(2 * np.pi * 220 * np.arange(96_000) / 48_000) + rng.normal(0, 0.4, 96_000)
    wave = np.clip(wave, -1, 1) * top
    out = io.BytesIO()
    soundfile.write(out, np.stack([wave, wave], 1), 48_000, format="WAV", subtype="PCM_16")
    path.write_bytes(out.getvalue())
    return path


def _peak(sound: Path, gain: float) -> float:
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    coded = sound.with_suffix(".m4a")
    subprocess.run([ffmpeg, "-loglevel", "error", "-y", "-i", str(sound), *_coded(2.0, gain), str(coded)], check=True)
    told = subprocess.run(
        [ffmpeg, "-i", str(coded), "-af", "ebur128=peak=true", "-f", "null", "-"], capture_output=True, check=True
    ).stderr.decode()
    return float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", told)[-1])


def test_a_loud_sound_is_turned_down_until_its_coded_peaks_fit(tmp_path: Path) -> None:
    loud = _wav(tmp_path / "sound.wav", 0.97)
    assert _peak(loud, 0.0) > TRUE_PEAK
    gain = headroom(loud, 2.0)
    assert -6 < gain < 0 and _peak(loud, gain) <= TRUE_PEAK


def test_a_quiet_sound_is_left_as_it_is(tmp_path: Path) -> None:
    assert headroom(_wav(tmp_path / "sound.wav", 0.4), 2.0) == 0.0
