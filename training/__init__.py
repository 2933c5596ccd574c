"""How the shipped language pipeline is made: treebank in, `klarsprak/pipeline` out (see README.md)."""

import os

# One thread: sums in another order would give slightly other weights. Set before numpy is imported.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
