#pragma once

/// Writes everything that waits for the file system of an open file (`syncfs(2)`).
/// Swift's Glibc module is made without _GNU_SOURCE, which declares it.
extern int syncfs(int descriptor);
