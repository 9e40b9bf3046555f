# t-SNE by Rtsne: its defaults, perplexity 30, all cores. Usage: rtsne.R DATA.npy MAP.npy; prints its version.
# R reads no npy by itself: an npy is 8 bytes, a length of two bytes, a header of that length, and here float32 row after row.
paths <- commandArgs(trailingOnly = TRUE)

read_npy <- function(path) {
  file <- file(path, "rb")
  on.exit(close(file))
  readBin(file, "raw", 8)
  header <- rawToChar(readBin(file, "raw", readBin(file, "integer", 1, size = 2, signed = FALSE, endian = "little")))
  shape <- as.integer(regmatches(header, regexec("\\((\\d+), (\\d+)\\)", header))[[1]][2:3])
  matrix(readBin(file, "numeric", prod(shape), size = 4, endian = "little"), shape[1], shape[2], byrow = TRUE)
}

write_npy <- function(values, path) {
  header <- sprintf("{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }", nrow(values), ncol(values))
  header <- paste0(formatC(header, width = -117, flag = " "), "\n")
  file <- file(path, "wb")
  on.exit(close(file))
  writeBin(as.raw(c(0x93, utf8ToInt("NUMPY"), 1, 0)), file)
  writeBin(nchar(header), file, size = 2, endian = "little")
  writeBin(charToRaw(header), file)
  writeBin(as.vector(t(values)), file, size = 4, endian = "little")
}

set.seed(0)
write_npy(Rtsne::Rtsne(read_npy(paths[1]), perplexity = 30, num_threads = 0)$Y, paths[2])
cat(as.character(packageVersion("Rtsne")), "\n", sep = "")
