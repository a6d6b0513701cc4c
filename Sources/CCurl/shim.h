#ifndef DIEMDANH_CCURL_H
#define DIEMDANH_CCURL_H

#include <curl/curl.h>
#include <stdio.h>

// curl_easy_setopt and curl_easy_getinfo take a value of any type; Swift calls functions of one type only.

static inline CURLcode diemdanh_curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode diemdanh_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode diemdanh_curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode diemdanh_curl_set_headers(CURL *curl, struct curl_slist *headers) {
    return curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
}

// curl keeps a copy of the bytes.
static inline CURLcode diemdanh_curl_set_authorities(CURL *curl, void *bytes, size_t count) {
    struct curl_blob blob = {.data = bytes, .len = count, .flags = CURL_BLOB_COPY};
    return curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &blob);
}

// Reads the body from an open file, a buffer at a time.
static inline CURLcode diemdanh_curl_set_file(CURL *curl, FILE *file) {
    return curl_easy_setopt(curl, CURLOPT_READDATA, file);
}

static inline CURLcode diemdanh_curl_set_writer(
    CURL *curl, size_t (*write)(char *, size_t, size_t, void *), void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write);
    return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
}

static inline CURLcode diemdanh_curl_set_progress(
    CURL *curl, int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t), void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_XFERINFODATA, context);
    return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

static inline long diemdanh_curl_status(CURL *curl) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

#endif
