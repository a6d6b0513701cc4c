// Many clients at a door: keep-alive connections, each sending its next check-in as soon as the last one is answered.
// Request i is code i mod C in session i div C, with a fresh nonce. One thread, so that the server keeps the other core.
// usage: redeem PORT TOKEN CLIENTS SECONDS FIRST LAST CODES SESSION...
//        CODES is a file with one code a line; requests FIRST up to LAST (exclusive) are sent, for SECONDS at most.
// Prints one JSON object: what was answered, how fast, and the largest request number that was used.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { CODE_SIZE = 32, BUFFER = 16384, MAX_CLIENTS = 1024 };

struct client {
    int fd;
    size_t received;
    int64_t sent_at;
    char buffer[BUFFER];
};

static struct {
    uint16_t port;
    const char *token;
    char (*codes)[CODE_SIZE];
    size_t code_count;
    char **sessions;
    size_t next, last;
    int64_t ends_at;
} plan;

static struct {
    uint32_t *microseconds;
    size_t answered, accepted, refused, broken;
    size_t by_status[600];
} seen;

static struct client clients[MAX_CLIENTS];

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void read_codes(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    size_t room = 0;
    char line[CODE_SIZE];
    while (fgets(line, sizeof line, file)) {
        if (plan.code_count == room) {
            room = room ? room * 2 : 1024;
            plan.codes = realloc(plan.codes, room * CODE_SIZE);
            if (!plan.codes) fail("codes");
        }
        line[strcspn(line, "\r\n")] = 0;
        memcpy(plan.codes[plan.code_count++], line, CODE_SIZE);
    }
    fclose(file);
    if (plan.code_count == 0) fail("no codes");
}

// UUID version 4.
static void write_nonce(char text[37]) {
    static uint64_t state[2];
    if (state[0] == 0 && getrandom(state, sizeof state, 0) != sizeof state) fail("getrandom");
    uint64_t part[2];
    for (int i = 0; i < 2; i++) {  // xorshift128+: unique is enough, nobody has to guess it
        uint64_t x = state[0], y = state[1];
        state[0] = y;
        x ^= x << 23;
        state[1] = x ^ y ^ (x >> 17) ^ (y >> 26);
        part[i] = state[1] + y;
    }
    snprintf(text, 37, "%08x-%04x-4%03x-8%03x-%012llx", (unsigned)(part[0] >> 32), (unsigned)(part[0] >> 16 & 0xffff),
             (unsigned)(part[0] & 0xfff), (unsigned)(part[1] >> 48 & 0xfff),
             (unsigned long long)(part[1] & 0xffffffffffffULL));
}

static bool send_next(struct client *client) {
    if (plan.next >= plan.last || now() >= plan.ends_at) return false;
    size_t i = plan.next++;
    char nonce[37], body[160], request[1024];
    write_nonce(nonce);
    int size = snprintf(body, sizeof body, "{\"code\":\"%s\",\"nonce\":\"%s\"}", plan.codes[i % plan.code_count], nonce);
    int length = snprintf(request, sizeof request,
                          "POST /api/v1/sessions/%s/redeem HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nAuthorization: Bearer %s\r\n"
                          "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
                          plan.sessions[i / plan.code_count], plan.port, plan.token, size, body);
    client->received = 0;
    client->sent_at = now();
    return send(client->fd, request, (size_t)length, MSG_NOSIGNAL) == length;
}

static void open_client(int epoll, struct client *client) {
    client->fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(plan.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(client->fd, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    int yes = 1;
    setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
    epoll_ctl(epoll, EPOLL_CTL_ADD, client->fd, &event);
}

// True when the whole answer is there.
static bool complete(struct client *client) {
    client->buffer[client->received] = 0;
    char *end = strstr(client->buffer, "\r\n\r\n");
    if (!end) return false;
    char *length = strcasestr(client->buffer, "\r\nContent-Length:");
    size_t body = length && length < end ? strtoul(length + 17, NULL, 10) : 0;
    return client->received >= (size_t)(end + 4 - client->buffer) + body;
}

static void count(struct client *client) {
    seen.microseconds[seen.answered++] = (uint32_t)(now() - client->sent_at);
    int status = atoi(client->buffer + 9);
    if (status > 0 && status < 600) seen.by_status[status]++;
    if (strstr(client->buffer, "\"accepted\"")) seen.accepted++;
    if (strstr(client->buffer, "\"refused\"")) seen.refused++;
}

// False when the client has nothing more to do.
static bool receive(int epoll, struct client *client) {
    ssize_t size = recv(client->fd, client->buffer + client->received, BUFFER - 1 - client->received, 0);
    if (size <= 0) {
        seen.broken++;
        close(client->fd);
        open_client(epoll, client);
        return send_next(client);
    }
    client->received += (size_t)size;
    if (!complete(client)) return true;
    count(client);
    return send_next(client);
}

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static double percentile(double share) {
    return seen.answered ? seen.microseconds[(size_t)((double)(seen.answered - 1) * share)] / 1000.0 : 0;
}

static void report(int64_t started) {
    double seconds = (double)(now() - started) / 1e6;
    qsort(seen.microseconds, seen.answered, sizeof *seen.microseconds, by_value);
    printf("{\"answered\": %zu, \"accepted\": %zu, \"refused\": %zu, \"broken\": %zu, \"seconds\": %.3f, "
           "\"per_second\": %.0f, \"p50_ms\": %.2f, \"p99_ms\": %.2f, \"max_ms\": %.2f, \"next\": %zu, \"statuses\": {",
           seen.answered, seen.accepted, seen.refused, seen.broken, seconds, (double)seen.answered / seconds,
           percentile(0.5), percentile(0.99), percentile(1), plan.next);
    const char *comma = "";
    for (int status = 0; status < 600; status++) {
        if (seen.by_status[status] == 0) continue;
        printf("%s\"%d\": %zu", comma, status, seen.by_status[status]);
        comma = ", ";
    }
    printf("}}\n");
}

int main(int argc, char **argv) {
    if (argc < 9) {
        fprintf(stderr, "usage: redeem PORT TOKEN CLIENTS SECONDS FIRST LAST CODES SESSION...\n");
        return 2;
    }
    plan.port = (uint16_t)atoi(argv[1]);
    plan.token = argv[2];
    size_t client_count = strtoul(argv[3], NULL, 10);
    plan.next = strtoul(argv[5], NULL, 10);
    plan.last = strtoul(argv[6], NULL, 10);
    plan.sessions = argv + 8;
    read_codes(argv[7]);
    if (plan.last > plan.code_count * (size_t)(argc - 8)) plan.last = plan.code_count * (size_t)(argc - 8);
    if (client_count > MAX_CLIENTS || plan.next > plan.last) return 2;
    seen.microseconds = malloc((plan.last - plan.next + 1) * sizeof *seen.microseconds);
    if (!seen.microseconds) fail("results");

    int epoll = epoll_create1(0);
    for (size_t i = 0; i < client_count; i++) open_client(epoll, &clients[i]);
    int64_t started = now();
    plan.ends_at = started + (int64_t)(strtod(argv[4], NULL) * 1e6);
    size_t busy = 0;
    for (size_t i = 0; i < client_count; i++) busy += send_next(&clients[i]);
    struct epoll_event events[64];
    while (busy > 0) {
        int ready = epoll_wait(epoll, events, 64, 30000);
        if (ready == 0) fail("no answer for 30 s");
        for (int i = 0; i < ready; i++) busy -= !receive(epoll, events[i].data.ptr);
    }
    report(started);
}
