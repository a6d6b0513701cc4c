// The reference: as little as a libmicrohttpd server can do for a POST with a body. No JSON, no rules, no disk.
// usage: hello PORT
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct MHD_Response *hello;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *count, void **seen) {
    (void)context, (void)url, (void)method, (void)version, (void)data;
    static int first;
    if (*seen == NULL) {
        *seen = &first;
        return MHD_YES;
    }
    if (*count > 0) {
        *count = 0;
        return MHD_YES;
    }
    return MHD_queue_response(connection, MHD_HTTP_OK, hello);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: hello PORT\n");
        return 2;
    }
    hello = MHD_create_response_from_buffer(5, "hello", MHD_RESPMEM_PERSISTENT);
    // The same way of waiting and the same number of threads as the server that is measured against it.
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_POLL_INTERNAL_THREAD, (uint16_t)atoi(argv[1]), NULL, NULL, answer, NULL,
        MHD_OPTION_THREAD_POOL_SIZE, 2u, MHD_OPTION_CONNECTION_LIMIT, 1024u, MHD_OPTION_END);
    if (daemon == NULL) return 1;
    printf("listening on http://127.0.0.1:%s\n", argv[1]);
    fflush(stdout);
    pause();
    MHD_stop_daemon(daemon);
}
