// SPDX-License-Identifier: GPL-3.0-or-later
// rialto-adapter-host: one broker's adapter in a process of its own. Started by the workstation, not by hand: the first line of
// standard input is a token, settings and keys come over the socket. Exit codes: 0 the workstation has gone, 1 failed, 2 usage.
#include "hosted_adapters.h"

#include "brokers/host/host_loop.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <string>

#ifndef _WIN32
#include <sys/resource.h>
#endif

// The sanitizers reserve terabytes of addresses for their shadow: a bound on the address space would end them at once.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RIALTO_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RIALTO_SHADOW_MEMORY 1
#endif
#endif
#ifndef RIALTO_SHADOW_MEMORY
#define RIALTO_SHADOW_MEMORY 0
#endif

namespace {

// What the platform can bound of a vendor's library: memory, core dumps (they would hold keys), and its claim to the processor.
void bound(int megabytes)
{
#ifndef _WIN32
    if (megabytes > 0 && RIALTO_SHADOW_MEMORY == 0) {
        const rlimit memory{static_cast<rlim_t>(megabytes) * 1024 * 1024, static_cast<rlim_t>(megabytes) * 1024 * 1024};
        setrlimit(RLIMIT_AS, &memory);
    }
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    setpriority(PRIO_PROCESS, 0, 5);
#else
    (void)megabytes;
#endif
}

std::string firstLine()
{
    std::string line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < 256; c = std::getchar())
        line += static_cast<char>(c);
    return line;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialto-adapter-host"));
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Runs one broker's adapter for Rialto, which starts this program itself."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("socket"), QStringLiteral("Local socket of the workstation."), QStringLiteral("NAME")},
        {QStringLiteral("adapter"), QStringLiteral("The adapter's id."), QStringLiteral("ID")},
        {QStringLiteral("library"), QStringLiteral("Shared library of the broker SDK, for adapter 'plugin'."), QStringLiteral("FILE")},
        {QStringLiteral("memory-mb"), QStringLiteral("The most memory that the adapter may have; 0: no bound."), QStringLiteral("N"), QStringLiteral("1024")}});
    parser.process(application);
    const std::string socket = parser.value(QStringLiteral("socket")).toStdString();
    const std::string adapter = parser.value(QStringLiteral("adapter")).toStdString();
    if (socket.empty() || adapter.empty()) {
        std::fputs("rialto-adapter-host: --socket and --adapter are needed; the workstation starts this program itself\n", stderr);
        return 2;
    }
    bound(parser.value(QStringLiteral("memory-mb")).toInt());
    const std::string library = parser.value(QStringLiteral("library")).toStdString();
    rialto::HostLoop loop(
        firstLine(), [&](const std::string& settings, const std::string& secret) { return rialto::app::makeHosted(adapter, library, settings, secret); },
        [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&application, [&] { loop.connectTo(socket); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
