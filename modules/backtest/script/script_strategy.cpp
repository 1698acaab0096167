// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/script/script_strategy.h"

#include "backtest/script/script_desk.h"

#include <QFile>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace rialto::backtest {

namespace {

constexpr const char* kFunctions[] = {"param", "indicator", "value", "open", "high", "low", "close", "volume", "bars", "symbol", "seriesCount", "day", "position",
    "cash", "equity", "openOrders", "target", "buy", "sell", "cancelAll", "log"};

/// 0 where it cannot be told.
double residentMegabytes()
{
#ifdef __linux__
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
#endif
    return 0;
}

/// Interrupts the engine when the run has used up its time or memory.
class Watchdog {
public:
    Watchdog(QJSEngine& engine, const ScriptLimits& limits)
        : m_thread([this, &engine, limits] {
              const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(limits.seconds);
              const double before = residentMegabytes();
              std::unique_lock lock(m_mutex);
              while (!m_stopped.wait_for(lock, std::chrono::milliseconds(20), [this] { return m_over; })) {
                  const bool late = std::chrono::steady_clock::now() > end;
                  if (!late && residentMegabytes() - before <= limits.megabytes)
                      continue;
                  m_reason = late ? "backtest.script-time" : "backtest.script-memory";
                  engine.setInterrupted(true);
                  return;
              }
          })
    {
    }
    ~Watchdog()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_stopped.notify_all();
        m_thread.join();
    }
    /// Null while all is well.
    const char* reason() const { return m_reason; }

private:
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_over = false;
    std::atomic<const char*> m_reason{nullptr};
    std::thread m_thread;
};

class ScriptStrategy final : public Strategy {
public:
    explicit ScriptStrategy(Script script) : m_script(std::move(script)), m_bridge(m_engine, m_script) {}

    Result<void> start(Desk& desk) override
    {
        m_bridge.use(&desk);
        m_watchdog = std::make_unique<Watchdog>(m_engine, m_script.limits);
        QJSEngine::setObjectOwnership(&m_bridge, QJSEngine::CppOwnership);
        const QJSValue bridge = m_engine.newQObject(&m_bridge);
        for (const char* name : kFunctions)
            m_engine.globalObject().setProperty(QLatin1String(name), bridge.property(QLatin1String(name)));
        // A run is a function of its input: no clock, no dice.
        m_engine.globalObject().deleteProperty(QStringLiteral("Date"));
        m_engine.globalObject().property(QStringLiteral("Math")).deleteProperty(QStringLiteral("random"));
        m_bridge.setStarting(true);
        note(m_engine.evaluate(QString::fromStdString(m_script.text), QString::fromStdString(m_script.name)));
        m_onBar = hook("onBar");
        m_onTime = hook("onTime");
        if (m_failure.ok() && !m_onBar.isCallable() && !m_onTime.isCallable())
            m_failure = invalid("backtest.script", m_script.name + ": neither onBar(series) nor onTime() is defined");
        call(hook("start"));
        m_bridge.setStarting(false);
        if (const QString unused = m_bridge.unusedParameter(); m_failure.ok() && !unused.isEmpty())
            m_failure = invalid("backtest.script", m_script.name + ": the script has no param(\"" + unused.toStdString() + "\")");
        return m_failure;
    }
    void onBar(Desk&, std::size_t series) override { call(m_onBar, {QJSValue(int(series))}); }
    void onTime(Desk&) override { call(m_onTime); }
    Result<void> healthy() override { return m_failure; }

private:
    QJSValue hook(const char* name) { return m_engine.globalObject().property(QLatin1String(name)); }
    void call(QJSValue function, const QJSValueList& arguments = {})
    {
        if (m_failure.ok() && function.isCallable())
            note(function.call(arguments));
    }
    void note(const QJSValue& answer)
    {
        if (const char* reason = m_watchdog->reason())
            m_failure = refused(reason, m_script.name);
        else if (answer.isError())
            m_failure = invalid("backtest.script",
                m_script.name + ", line " + std::to_string(answer.property(QStringLiteral("lineNumber")).toInt()) + ": " + answer.toString().toStdString());
    }

    Script m_script;
    QJSEngine m_engine;
    ScriptDesk m_bridge;
    std::unique_ptr<Watchdog> m_watchdog;
    QJSValue m_onBar, m_onTime;
    Result<void> m_failure;
};

} // namespace

std::unique_ptr<Strategy> scriptStrategy(Script script) { return std::make_unique<ScriptStrategy>(std::move(script)); }

} // namespace rialto::backtest
