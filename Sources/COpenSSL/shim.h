#ifndef DIEMDANH_COPENSSL_SHIM_H
#define DIEMDANH_COPENSSL_SHIM_H

// Debian's libcrypto (OpenSSL 3), for what browsers speak and libsodium does not: P-256 keys and X.509 certificates.
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// EVP_EC_gen is a macro around a variadic function; NULL where the library has no random bytes.
static inline EVP_PKEY *copenssl_make_p256(void) { return EVP_EC_gen("P-256"); }

#endif
