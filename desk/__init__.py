"""The front desk: what a person sees and is asked on a terminal. Holds no rule and writes no file."""
