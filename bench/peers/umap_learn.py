"""UMAP by umap-learn: its defaults (15 neighbors, all cores). Usage: umap_learn.py DATA.npy MAP.npy; prints its version."""
import sys

import numpy
import umap

rows = numpy.load(sys.argv[1])
numpy.save(sys.argv[2], umap.UMAP().fit_transform(rows).astype("<f4"))
print(umap.__version__)
