// libmicrohttpd for Swift: its header, and a wrapper for each variadic function, which Swift cannot call.
#ifndef DIEMDANH_CMICROHTTPD_H
#define DIEMDANH_CMICROHTTPD_H

#include <microhttpd.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

/// What a daemon is started with; the callbacks all get `context`.
struct cmhd_settings {
    int listen_socket;
    unsigned int connection_limit;
    unsigned int threads;
    size_t header_memory;
    /// PEM texts and the GnuTLS priority string; all NULL for plain HTTP. Must live as long as the daemon.
    const char *certificate;
    const char *key;
    const char *priorities;
    void *context;
    MHD_AcceptPolicyCallback accept;
    MHD_NotifyConnectionCallback connection_changed;
    MHD_AccessHandlerCallback access;
    MHD_RequestCompletedCallback completed;
    /// One line of the library's own log, without line end.
    void (*log_line)(void *context, const char *line);
};

/// The logger is handed a `va_list`, which only C can format.
static inline void cmhd_format_log(void *settings, const char *format, va_list arguments) {
    const struct cmhd_settings *own = (const struct cmhd_settings *)settings;
    char line[256];
    int length = vsnprintf(line, sizeof line, format, arguments);
    if (length <= 0) return;
    if ((size_t)length >= sizeof line) length = sizeof line - 1;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) line[--length] = 0;
    own->log_line(own->context, line);
}

/// The library would decode `%00` to the end of the string; paths and queries are decoded in Swift instead.
static inline size_t cmhd_keep_escapes(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    size_t length = 0;
    while (text[length] != 0) length++;
    return length;
}

/// MHD_start_daemon is variadic. `settings` must live as long as the daemon.
static inline struct MHD_Daemon *cmhd_start(const struct cmhd_settings *settings) {
    unsigned int flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)settings->priorities},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
    if (settings->certificate != NULL) flags |= MHD_USE_TLS;
    return MHD_start_daemon(
        flags, 0, settings->accept, settings->context, settings->access, settings->context,
        // The logger comes first: it only hears about the options after it.
        MHD_OPTION_EXTERNAL_LOGGER, cmhd_format_log, (void *)settings,
        MHD_OPTION_LISTEN_SOCKET, settings->listen_socket,
        MHD_OPTION_THREAD_POOL_SIZE, settings->threads,
        MHD_OPTION_CONNECTION_LIMIT, settings->connection_limit,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->header_memory,
        // No inactivity timeout: the deadline guard covers every state, and idle threads stay asleep.
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned int)0,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, cmhd_keep_escapes, NULL,
        MHD_OPTION_NOTIFY_CONNECTION, settings->connection_changed, settings->context,
        MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->context,
        MHD_OPTION_ARRAY, settings->certificate != NULL ? tls : none,
        MHD_OPTION_END);
}

/// MHD_get_daemon_info is variadic; this is its CURRENT_CONNECTIONS, over all threads.
static inline unsigned int cmhd_connections(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    return info == NULL ? 0 : info->num_connections;
}

/// MHD_get_connection_info is variadic; this is its CONNECTION_FD, -1 when unknown.
static inline int cmhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : (int)info->connect_fd;
}

/// MHD_get_connection_info is variadic; this is its SOCKET_CONTEXT, what the notify callback stored.
static inline void *cmhd_socket_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == NULL ? NULL : info->socket_context;
}

/// SHUT_RDWR is a constant of an anonymous enum, which Swift loses when two modules include its header.
static inline void cmhd_cut(int socket) { (void)shutdown(socket, SHUT_RDWR); }

/// MHD_SIZE_UNKNOWN is a cast in a macro, which Swift does not import.
static inline uint64_t cmhd_size_unknown(void) { return MHD_SIZE_UNKNOWN; }

/// MHD_CONTENT_READER_END_OF_STREAM is a cast in a macro, which Swift does not import.
static inline ssize_t cmhd_end_of_stream(void) { return MHD_CONTENT_READER_END_OF_STREAM; }

#endif
