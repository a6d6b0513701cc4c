#ifndef DIEMDANH_CPOSTGRES_SHIM_H
#define DIEMDANH_CPOSTGRES_SHIM_H

// Debian's libpq; everything used here can be imported by Swift as it is.
#include <libpq-fe.h>

// A macro that Swift does not import: the field of an error that holds the SQLSTATE.
static const int diemdanh_diag_sqlstate = PG_DIAG_SQLSTATE;

#endif
