// SPDX-License-Identifier: GPL-3.0-or-later
// rialtod: a book with its market, without a screen, and the FIX gateway to it. The main thread has the sockets, the engine lives on
// a thread of its own. Exit codes: 0 ended when told to, 1 failed, 2 usage.
#include "options.h"

#include "composition.h"

#include "api/fix/fix_gateway.h"
#include "api/fix/fix_server.h"
#include "base/check.h"
#include "net/fix/dictionary_table.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace {

using namespace rialto;
using Json = nlohmann::ordered_json;

volatile std::sig_atomic_t g_stop = 0;

void onSignal(int) { g_stop = 1; }

class SteadyClock final : public Clock {
public:
    Timestamp now() override { return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count()); }
};

class Voice {
public:
    explicit Voice(bool json) : m_json(json) {}
    void say(const Json& document, const std::string& sentence) const
    {
        std::printf("%s\n", m_json ? document.dump(-1, ' ', false, Json::error_handler_t::replace).c_str() : sentence.c_str());
        std::fflush(stdout);
    }
    int fail(const Error& error) const
    {
        if (m_json)
            say({{"event", "failed"}, {"error", {{"kind", name(error.kind)}, {"code", error.code}, {"detail", error.detail}}}}, "");
        std::fprintf(stderr, "rialtod: %s\n", error.text().c_str());
        return 1;
    }

private:
    bool m_json;
};

// QuickFIX reads dictionaries from files.
Result<std::string> unpackDictionaries(const QString& store)
{
    const QString folder = QDir(store).filePath(QStringLiteral("dictionary"));
    if (!QDir().mkpath(folder))
        return unavailable("fix.store", folder.toStdString());
    QFile table(QStringLiteral(":/rialto/fix/dictionary.txt"));
    std::string error;
    const auto files = table.open(QIODevice::ReadOnly) ? fix::dictionaryFiles(table.readAll().toStdString(), error) : std::vector<std::pair<std::string, std::string>>();
    RIALTO_CHECK(!files.empty(), "the table of FIX messages is part of the program");
    for (const auto& [name, text] : files) {
        QFile out(QDir(folder).filePath(QString::fromStdString(name)));
        if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(text.data(), qint64(text.size())) != qint64(text.size()) || !out.flush())
            return unavailable("fix.store", out.fileName().toStdString());
    }
    return folder.toStdString();
}

Result<std::unique_ptr<fix::FixGateway>> openGateway(const app::ServerOptions& options, BookSession& session)
{
    const QString store = QDir(QString::fromStdString(session.directory())).filePath(QStringLiteral("fix"));
    if (!QDir().mkpath(store))
        return unavailable("fix.store", store.toStdString());
    fix::FixGateway::Terms terms;
    terms.version = options.fixVersion;
    terms.ownCompId = options.fixCompId;
    terms.counterparty = options.fixCounterparty;
    terms.storeFolder = store.toStdString();
    terms.accountNumber = options.fixAccount;
    terms.reset = options.fixReset;
    terms.dictionaryFolder = options.fixDictionary;
    if (terms.dictionaryFolder.empty()) {
        auto unpacked = unpackDictionaries(store);
        if (!unpacked)
            return unpacked.error();
        terms.dictionaryFolder = std::move(*unpacked);
    }
    if (options.verbose)
        terms.log = [](const std::string& line) { std::fprintf(stderr, "rialtod: fix: %s\n", line.c_str()); };
    return fix::FixGateway::open(std::move(terms), session.services());
}

} // namespace

int main(int argc, char** argv)
{
    app::ServerOptions options;
    app::ServerExit leave;
    if (!app::readServerOptions(std::vector<std::string>(argv + 1, argv + argc), options, leave)) {
        std::fputs(leave.text.c_str(), leave.code == 0 ? stdout : stderr);
        return leave.code;
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialtod"));
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
#ifdef SIGBREAK
    std::signal(SIGBREAK, onSignal);
#endif
    const Voice voice(options.json);

    SteadyClock clock;
    auto session = app::Composition().prepare(options.book);
    if (!session)
        return voice.fail(session.error());
    AppServices& services = (*session)->services();
    if (const auto running = services.run(clock, options.speed); !running)
        return voice.fail(running.error());

    std::unique_ptr<fix::FixGateway> gateway;
    std::unique_ptr<fix::FixServer> server;
    Json ready{{"event", "ready"}, {"book", (*session)->directory()}, {"speed", options.speed}};
    std::string sentence = "rialtod is ready: book " + (*session)->directory();
    if (options.fixPort) {
        auto opened = openGateway(options, **session);
        if (!opened)
            return voice.fail(opened.error());
        gateway = std::move(*opened);
        server = std::make_unique<fix::FixServer>(*gateway);
        if (const auto listening = server->listen(options.fixAddress, *options.fixPort); !listening)
            return voice.fail(listening.error());
        const std::string version(name(options.fixVersion));
        ready["fix"] = {{"address", options.fixAddress}, {"port", server->port()}, {"version", version}, {"compId", options.fixCompId}, {"counterparty", options.fixCounterparty}};
        sentence += ", " + version + " on " + options.fixAddress + ":" + std::to_string(server->port()) + " as " + options.fixCompId + " for " + options.fixCounterparty;
    }
    voice.say(ready, sentence);

    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &application, [&] {
        if (g_stop == 0)
            return;
        watch.stop();
        if (server)
            server->close([] { QCoreApplication::exit(0); });
        else
            QCoreApplication::exit(0);
    });
    watch.start(50);
    QCoreApplication::exec();

    server.reset();
    gateway.reset();
    if (const auto stopped = services.stop(); !stopped)
        return voice.fail(stopped.error());
    voice.say({{"event", "stopped"}}, "rialtod has stopped");
    return 0;
}
