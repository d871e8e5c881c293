"""What the README's figures come from: `python benchmarks/NAME.py` prints them."""
