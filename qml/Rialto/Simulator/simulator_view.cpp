// SPDX-License-Identifier: GPL-3.0-or-later
// What SimulatorModel shows, as finished text.
#include "simulator_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <algorithm>
#include <limits>

namespace rialto::simulation {

namespace {

constexpr char kZone[] = "America/New_York";
constexpr int kHashDigits = 8;

} // namespace

const LabView::Line* SimulatorModel::activeLine() const { return m_view.active < m_view.lines.size() ? &m_view.lines[m_view.active] : nullptr; }

QString SimulatorModel::clock() const { return activeLine() == nullptr ? Format::none() : m_feed.format().dayAndTime(m_view.time, kZone); }

QString SimulatorModel::phase() const
{
    if (activeLine() == nullptr)
        return tr("Opening…");
    if (!m_view.halted)
        return tr("Continuous trading");
    if (!m_view.indicative)
        return tr("Halted: nothing would trade in an auction");
    return tr("Halted: an auction would trade %1 at %2").arg(m_feed.format().quantity(m_view.indicativeVolume), m_feed.format().price(*m_view.indicative, m_view.instrument));
}

QString SimulatorModel::failure() const { return m_view.failure ? message(*m_view.failure) : QString(); }

int SimulatorModel::stepCount() const { return activeLine() == nullptr ? 0 : int(activeLine()->steps.size()); }

void SimulatorModel::setCursor(int step)
{
    step = std::clamp(step, 0, stepCount());
    if (step == m_cursor)
        return;
    m_cursor = step;
    m_followsEnd = step == stepCount();
    emit cursorChanged();
}

QString SimulatorModel::cursorText() const
{
    const LabView::Line* line = activeLine();
    if (line == nullptr || m_cursor == 0 || m_cursor > int(line->steps.size()))
        return tr("Start");
    const auto& step = line->steps[std::size_t(m_cursor) - 1];
    return tr("Step %1 · %2 · %3").arg(m_feed.format().count(m_cursor), m_feed.format().time(step.time, kZone), m_feed.format().price(step.last, m_view.instrument));
}

QVariantList SimulatorModel::snapshots() const
{
    QVariantList list;
    const LabView::Line* line = activeLine();
    if (line != nullptr && !line->steps.empty())
        for (const std::size_t step : line->snapshots)
            list.append(double(step) / double(line->steps.size()));
    return list;
}

QList<double> SimulatorModel::times() const
{
    std::size_t longest = 0;
    for (std::size_t i = 0; i < m_view.lines.size(); ++i)
        if (m_view.lines[i].steps.size() > m_view.lines[longest].steps.size())
            longest = i;
    QList<double> list;
    // The axis shows the venue's own clock: its session opens at 09:30 there.
    const std::int64_t toLocal = (m_view.session.day.startUtc() + (9 * 60 + 30) * kNanosPerMinute) - m_view.session.open;
    if (!m_view.lines.empty())
        for (const auto& step : m_view.lines[longest].steps)
            list.append(double((step.time + toLocal).millis()));
    return list;
}

QVariantList SimulatorModel::prices() const
{
    QVariantList list;
    const auto count = times().size();
    for (std::size_t i = 0; i < m_view.lines.size(); ++i) {
        const auto& line = m_view.lines[i];
        QVariantList values;
        for (qsizetype k = 0; k < count; ++k) {
            // A branch is drawn from where it leaves.
            const bool there = k < qsizetype(line.steps.size()) && k + 1 >= qsizetype(line.branchedAfter);
            values.append(there ? double(line.steps[std::size_t(k)].last.raw()) / double(kFixedOne) : std::numeric_limits<double>::quiet_NaN());
        }
        list.append(QVariantMap{{QStringLiteral("name"), line.name}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), int(i)}});
    }
    return list;
}

QStringList SimulatorModel::comparisonHeads() const
{
    return {tr("Timeline"), tr("Seed"), tr("Branched"), tr("Steps"), tr("Last"), tr("Against A"), tr("Volume"), tr("Trades"), tr("Differs at"), tr("State")};
}

QVariantList SimulatorModel::comparison() const
{
    QVariantList list;
    const Format& format = m_feed.format();
    for (std::size_t i = 0; i < m_view.lines.size(); ++i) {
        const auto& line = m_view.lines[i];
        const auto& first = m_view.lines.front();
        QStringList cells{line.name, QString::number(line.seed), line.branchedAfter == 0 ? Format::none() : format.count(std::int64_t(line.branchedAfter)),
            format.count(std::int64_t(line.steps.size()))};
        if (line.steps.empty()) {
            while (cells.size() < comparisonHeads().size())
                cells.append(Format::none());
        } else {
            const auto& step = line.steps.back();
            const std::size_t same = std::min(line.steps.size(), first.steps.size());
            cells.append(format.price(step.last, m_view.instrument));
            cells.append(i == 0 || same == 0 ? Format::none() : format.percentChange(line.steps[same - 1].last, first.steps[same - 1].last));
            cells.append(format.compact(step.volume));
            cells.append(format.count(std::int64_t(step.trades)));
            cells.append(i == 0 ? Format::none() : line.differsAt ? format.count(std::int64_t(*line.differsAt) + 1) : tr("none"));
            cells.append(QString::number(step.hash, 16).rightJustified(16, QLatin1Char('0')).left(kHashDigits));
        }
        list.append(QVariantMap{{QStringLiteral("name"), line.name}, {QStringLiteral("active"), i == m_view.active}, {QStringLiteral("cells"), cells}});
    }
    return list;
}

QVariantList SimulatorModel::ladder() const
{
    QVariantList list;
    const Format& format = m_feed.format();
    const auto& depth = m_view.depth;
    for (std::size_t i = 0; i < std::max(depth.bids.size(), depth.asks.size()); ++i) {
        QVariantMap row{{QStringLiteral("bidOwn"), false}, {QStringLiteral("askOwn"), false}, {QStringLiteral("bidSize"), QString()}, {QStringLiteral("bidPrice"), QString()},
            {QStringLiteral("askSize"), QString()}, {QStringLiteral("askPrice"), QString()}};
        if (i < depth.bids.size()) {
            row[QStringLiteral("bidSize")] = format.compact(depth.bids[i].quantity);
            row[QStringLiteral("bidPrice")] = format.price(depth.bids[i].price, m_view.instrument);
            row[QStringLiteral("bidOwn")] = depth.bids[i].own.isPositive();
        }
        if (i < depth.asks.size()) {
            row[QStringLiteral("askSize")] = format.compact(depth.asks[i].quantity);
            row[QStringLiteral("askPrice")] = format.price(depth.asks[i].price, m_view.instrument);
            row[QStringLiteral("askOwn")] = depth.asks[i].own.isPositive();
        }
        list.append(row);
    }
    return list;
}

QVariantList SimulatorModel::orders() const
{
    QVariantList list;
    const Format& format = m_feed.format();
    for (auto order = m_view.orders.rbegin(); order != m_view.orders.rend(); ++order) {
        const QString words = (order->side == Side::Buy ? tr("Buy %1 of %2 at %3") : tr("Sell %1 of %2 at %3"))
                                  .arg(format.quantity(order->filled), format.quantity(order->quantity),
                                      order->limit.isPositive() ? format.price(order->limit, m_view.instrument) : tr("market"));
        QString queue = !order->end.isEmpty() ? message({ErrorKind::Refused, order->end.toStdString(), {}})
                      : order->open           ? tr("On its way, or unanswered")
                      : order->filled == order->quantity ? tr("Filled")
                                              : tr("Cancelled");
        if (order->ahead)
            queue = tr("%1 of %2 at its price stand before it").arg(format.quantity(*order->ahead), format.quantity(*order->atPrice));
        list.append(QVariantMap{{QStringLiteral("id"), int(order->id.value)}, {QStringLiteral("text"), words}, {QStringLiteral("queue"), queue},
            {QStringLiteral("open"), order->open}, {QStringLiteral("tone"), int(order->side == Side::Buy ? theme::Theme::Buy : theme::Theme::Sell)}});
    }
    return list;
}

} // namespace rialto::simulation
