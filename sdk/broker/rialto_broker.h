/* SPDX-License-Identifier: Apache-2.0
 *
 * The broker SDK of Rialto, ABI 1: what a shared library must offer to be run as a broker by rialto-adapter-host. The library
 * lives in a process of its own, so that it may hang or crash without harm; it may be closed source. C99, no other header of
 * Rialto is needed, and this one is under the Apache License 2.0 (LICENSE beside it).
 *
 * Everything is said in messages: JSON objects in UTF-8 of at most RIALTO_BROKER_LARGEST bytes. README.md lists them; the
 * same messages travel between the host and the workstation. docs/howto/add-broker.md goes through a whole adapter.
 *
 * Threads: the host calls create, command, poll and destroy from one thread. `event` may be called inside these calls only;
 * a library with threads of its own keeps what they bring until the next poll. No call may block. Pointers that are handed
 * over are valid during the call. */
#ifndef RIALTO_BROKER_H
#define RIALTO_BROKER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RIALTO_BROKER_ABI 1u
#define RIALTO_BROKER_LARGEST (1024u * 1024u)

#if defined(_WIN32)
#define RIALTO_BROKER_EXPORT __declspec(dllexport)
#else
#define RIALTO_BROKER_EXPORT __attribute__((visibility("default")))
#endif

/* What the host offers. */
typedef struct rialto_broker_host {
    void* context;
    /* Tells one event. */
    void (*event)(void* context, const char* json, size_t size);
} rialto_broker_host;

/* What the library offers. */
typedef struct rialto_broker {
    uint32_t abi;             /* RIALTO_BROKER_ABI */
    const char* id;           /* a short word of a-z, 0-9 and '-' */
    const char* capabilities; /* message "capabilities" */
    /* `settings` is message "settings". NULL when they cannot be used; say why with event "refused" before. */
    void* (*create)(const rialto_broker_host* host, const char* settings, size_t size);
    /* One of the eight verbs. A verb that cannot be understood is ignored. */
    void (*command)(void* adapter, const char* json, size_t size);
    /* Several times a second, with the host's clock: tell what has happened. */
    void (*poll)(void* adapter, int64_t unix_nanos);
    void (*destroy)(void* adapter);
} rialto_broker;

/* The one symbol that the host looks for. NULL is a library that cannot run here. */
typedef const rialto_broker* (*rialto_broker_plugin_fn)(void);

#ifdef __cplusplus
}
#endif

#endif
