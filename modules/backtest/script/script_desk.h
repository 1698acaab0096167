// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptDesk: the functions that a script finds (script_strategy.h), as a QObject for the JavaScript engine. A wrong argument is an
// exception in the script, never a stop of the program.
#pragma once

#include "backtest/strategy.h"

#include <QJSEngine>
#include <QJSValue>
#include <QObject>

namespace rialto::backtest {

struct Script;

class ScriptDesk : public QObject {
    Q_OBJECT
public:
    ScriptDesk(QJSEngine& engine, const Script& script);
    void use(Desk* desk) { m_desk = desk; }
    void setStarting(bool starting) { m_starting = starting; }
    /// A parameter that was given and never asked for: a slip of the pen that would pass unseen.
    QString unusedParameter() const;

    Q_INVOKABLE QJSValue param(const QString& name, const QJSValue& fallback);
    Q_INVOKABLE int indicator(const QString& name, const QJSValue& parameters, int series = 0, const QString& output = {});
    Q_INVOKABLE double value(int line, int ago = 0);
    Q_INVOKABLE double open(int ago = 0, int series = 0);
    Q_INVOKABLE double high(int ago = 0, int series = 0);
    Q_INVOKABLE double low(int ago = 0, int series = 0);
    Q_INVOKABLE double close(int ago = 0, int series = 0);
    Q_INVOKABLE double volume(int ago = 0, int series = 0);
    Q_INVOKABLE int bars(int series = 0);
    Q_INVOKABLE QString symbol(int series = 0);
    Q_INVOKABLE int seriesCount();
    Q_INVOKABLE QString day();
    Q_INVOKABLE double position(int series = 0);
    Q_INVOKABLE double cash();
    Q_INVOKABLE double equity();
    Q_INVOKABLE int openOrders(int series = 0);
    Q_INVOKABLE void target(double weight, int series = 0);
    Q_INVOKABLE void buy(double quantity, double limit = 0, int series = 0) { order(Side::Buy, quantity, limit, series); }
    Q_INVOKABLE void sell(double quantity, double limit = 0, int series = 0) { order(Side::Sell, quantity, limit, series); }
    Q_INVOKABLE void cancelAll(int series = 0);
    Q_INVOKABLE void log(const QString& text);

private:
    bool known(int series);
    const Bar* bar(int ago, int series);
    double field(int ago, int series, Price Bar::*member);
    void order(Side side, double quantity, double limit, int series);
    void raise(const QString& text) { m_engine.throwError(QJSValue::RangeError, text); }

    QJSEngine& m_engine;
    const Script& m_script;
    Desk* m_desk = nullptr;
    bool m_starting = false;
    std::vector<std::string> m_asked;
    std::vector<Line> m_lines;
};

} // namespace rialto::backtest
