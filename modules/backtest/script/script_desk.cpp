// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/script/script_desk.h"

#include "backtest/script/script_strategy.h"

#include <QJSValueIterator>

#include <algorithm>
#include <cmath>

namespace rialto::backtest {

namespace {

double number(std::int64_t raw) { return double(raw) / double(kFixedOne); }

} // namespace

ScriptDesk::ScriptDesk(QJSEngine& engine, const Script& script) : m_engine(engine), m_script(script) {}

QString ScriptDesk::unusedParameter() const
{
    for (const std::string& pair : m_script.parameters)
        if (std::find(m_asked.begin(), m_asked.end(), pair.substr(0, pair.find('='))) == m_asked.end())
            return QString::fromStdString(pair.substr(0, pair.find('=')));
    return {};
}

bool ScriptDesk::known(int series)
{
    if (m_desk != nullptr && series >= 0 && std::size_t(series) < m_desk->seriesCount())
        return true;
    raise(m_desk == nullptr ? QStringLiteral("the market is there from start() on") : QStringLiteral("there is no series %1").arg(series));
    return false;
}

const Bar* ScriptDesk::bar(int ago, int series)
{
    if (!known(series) || ago < 0 || std::size_t(ago) >= m_desk->bars(std::size_t(series)))
        return nullptr;
    return &m_desk->bar(std::size_t(series), std::size_t(ago));
}

double ScriptDesk::field(int ago, int series, Price Bar::*member)
{
    const Bar* found = bar(ago, series);
    return found != nullptr ? number((found->*member).raw()) : analytics::kNone;
}

QJSValue ScriptDesk::param(const QString& name, const QJSValue& fallback)
{
    const std::string key = name.toStdString();
    m_asked.push_back(key);
    for (const std::string& pair : m_script.parameters) {
        const std::size_t equal = pair.find('=');
        if (equal == std::string::npos || pair.substr(0, equal) != key)
            continue;
        const QString text = QString::fromStdString(pair.substr(equal + 1));
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        return isNumber ? QJSValue(value) : QJSValue(text);
    }
    return fallback;
}

int ScriptDesk::indicator(const QString& name, const QJSValue& parameters, int series, const QString& output)
{
    if (!known(series))
        return -1;
    if (!m_starting) {
        raise(QStringLiteral("indicators are asked for in start()"));
        return -1;
    }
    std::vector<std::string> pairs;
    for (QJSValueIterator each(parameters); each.hasNext();) {
        each.next();
        pairs.push_back((each.name() + QLatin1Char('=') + each.value().toString()).toStdString());
    }
    const auto line = m_desk->indicator(std::size_t(series), name.toStdString(), pairs, output.toStdString());
    if (!line) {
        raise(QString::fromStdString(line.error().text()));
        return -1;
    }
    m_lines.push_back(*line);
    return int(m_lines.size()) - 1;
}

double ScriptDesk::value(int line, int ago)
{
    if (line < 0 || std::size_t(line) >= m_lines.size() || ago < 0) {
        raise(QStringLiteral("there is no such line"));
        return analytics::kNone;
    }
    return m_desk->value(m_lines[std::size_t(line)], std::size_t(ago));
}

double ScriptDesk::open(int ago, int series) { return field(ago, series, &Bar::open); }
double ScriptDesk::high(int ago, int series) { return field(ago, series, &Bar::high); }
double ScriptDesk::low(int ago, int series) { return field(ago, series, &Bar::low); }
double ScriptDesk::close(int ago, int series) { return field(ago, series, &Bar::close); }

double ScriptDesk::volume(int ago, int series)
{
    const Bar* found = bar(ago, series);
    return found != nullptr ? number(found->volume.raw()) : analytics::kNone;
}

int ScriptDesk::bars(int series) { return known(series) ? int(m_desk->bars(std::size_t(series))) : 0; }
QString ScriptDesk::symbol(int series) { return known(series) ? QString::fromStdString(m_desk->symbol(std::size_t(series))) : QString(); }
int ScriptDesk::seriesCount() { return m_desk != nullptr ? int(m_desk->seriesCount()) : 0; }
QString ScriptDesk::day() { return known(0) ? QString::fromStdString(m_desk->day().text()) : QString(); }
double ScriptDesk::position(int series) { return known(series) ? number(m_desk->position(std::size_t(series)).raw()) : 0; }
double ScriptDesk::cash() { return known(0) ? m_desk->cash() : 0; }
double ScriptDesk::equity() { return known(0) ? m_desk->equity() : 0; }
int ScriptDesk::openOrders(int series) { return known(series) ? m_desk->openOrders(std::size_t(series)) : 0; }

void ScriptDesk::target(double weight, int series)
{
    if (known(series))
        m_desk->target(std::size_t(series), weight);
}

void ScriptDesk::cancelAll(int series)
{
    if (known(series))
        m_desk->cancelAll(std::size_t(series));
}

void ScriptDesk::order(Side side, double quantity, double limit, int series)
{
    if (!known(series))
        return;
    if (!(quantity > 0) || quantity > 9e9 || !std::isfinite(limit))
        return raise(QStringLiteral("a quantity must be above zero and a limit a number"));
    const Quantity wanted = Quantity::fromRaw(std::llround(quantity * double(kFixedOne)));
    if (limit == 0)
        m_desk->market(std::size_t(series), side, wanted);
    else
        m_desk->limit(std::size_t(series), side, wanted, limit);
}

void ScriptDesk::log(const QString& text)
{
    if (m_script.log)
        m_script.log(text.left(1000).toStdString());
}

} // namespace rialto::backtest
