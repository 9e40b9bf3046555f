"""t-SNE by scikit-learn: its defaults, perplexity 30, all cores. Usage: sklearn_tsne.py DATA.npy MAP.npy; prints its version."""
import sys

import numpy
import sklearn
from sklearn.manifold import TSNE

rows = numpy.load(sys.argv[1])
numpy.save(sys.argv[2], TSNE(perplexity=30, random_state=0, n_jobs=-1).fit_transform(rows).astype("<f4"))
print(sklearn.__version__)
