// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of ResearchModel that compute: statements, series, rates and the screener.
#include "research_model.h"

#include "known.h"
#include "statement_words.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include "research/statement_view.h"

#include <QDate>

#include <algorithm>
#include <limits>

namespace rialto::desk {
namespace {

constexpr std::size_t kPeriodsShown = 6;
constexpr std::size_t kSeriesAtOnce = 6;
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

double number(const Decimal& value) { return QByteArray::fromStdString(value.text()).toDouble(); }

/// "383.3B", "0.4621", "-1,250".
QString figure(const Decimal& value, bool chinese)
{
    const double n = number(value);
    const QString sign = n < 0 ? QStringLiteral("\u2212") : QString();
    const double size = std::abs(n);
    if (chinese && size >= 1e8)
        return sign + QString::number(size / 1e8, 'f', 2) + QStringLiteral("亿");
    if (!chinese && size >= 1e9)
        return sign + QString::number(size / 1e9, 'f', 2) + QStringLiteral("B");
    if (size >= 1e6)
        return sign + (chinese ? QString::number(size / 1e4, 'f', 0) + QStringLiteral("万") : QString::number(size / 1e6, 'f', 1) + QStringLiteral("M"));
    return sign + QLocale(QLocale::English).toString(size, 'f', size >= 1000 ? 0 : std::min(value.places(), 4));
}

} // namespace

QStringList ResearchModel::companies() const
{
    QStringList list;
    for (const auto& each : m_known->companies)
        list << (each.symbol.empty() ? utf8(each.cik) : utf8(each.symbol)) + QStringLiteral(" · ") + utf8(each.name);
    return list;
}

void ResearchModel::setCompany(int company)
{
    if (company == m_company || company < 0)
        return;
    m_company = company;
    readStatement();
}

void ResearchModel::setQuarterly(bool quarterly)
{
    if (quarterly == m_quarterly)
        return;
    m_quarterly = quarterly;
    readStatement();
}

void ResearchModel::readStatement()
{
    emit statementChanged();
    if (m_company >= int(m_known->companies.size()))
        return;
    inWorker([this, cik = m_known->companies[std::size_t(m_company)].cik, quarterly = m_quarterly, chinese = m_feed.format().chinese()](research::ResearchStore& store) -> std::function<void()> {
        const auto company = store.company(cik);
        const auto view = company ? research::statementView(*company, quarterly) : Result<research::StatementView>(company.error());
        if (!view)
            return [this] {
                m_statementHeader.clear();
                m_statementRows.clear();
                m_restatementRows.clear();
                emit statementChanged();
            };
        QStringList header{utf8(view->currency)};
        const std::size_t shown = std::min(view->periods.size(), kPeriodsShown);
        for (std::size_t i = 0; i < shown; ++i)
            header << utf8(view->periods[i].label);
        QVariantList rows, restated;
        std::optional<research::Statement> part;
        const QStringList parts{tr("Income"), tr("Balance sheet"), tr("Cash flow")};
        for (const auto& item : research::statementItems()) {
            QStringList cells{tr(std::string(item.label).c_str())};
            bool any = false;
            for (std::size_t i = 0; i < shown; ++i) {
                const auto at = view->periods[i].figures.find(item.key);
                any = any || at != view->periods[i].figures.end();
                cells << (at == view->periods[i].figures.end() ? Format::none() : figure(at->second.value, chinese) + (at->second.derived.empty() ? QString() : QStringLiteral("*")));
            }
            if (!any)
                continue;
            if (part != item.statement) {
                part = item.statement;
                rows << plainRow({parts.at(int(item.statement))}, theme::Theme::Muted, true);
            }
            rows << plainRow(cells);
        }
        rows << plainRow({tr("Ratios")}, theme::Theme::Muted, true);
        for (const auto& ratio : view->ratios) {
            QStringList cells{tr(ratio.label.c_str()) + QStringLiteral("  =  ") + utf8(ratio.formula)};
            bool any = false;
            for (std::size_t i = 0; i < shown; ++i) {
                any = any || (i < ratio.values.size() && ratio.values[i]);
                cells << (i < ratio.values.size() && ratio.values[i] ? utf8(ratio.values[i]->text()) : Format::none());
            }
            if (any)
                rows << plainRow(cells);
        }
        for (const auto& each : view->restatements)
            restated << plainRow({utf8(each.item.empty() ? each.conceptName : each.item), utf8(each.end.text()), figure(each.first, chinese), figure(each.later, chinese), figure(each.difference, chinese),
                utf8(each.laterForm) + QLatin1Char(' ') + utf8(each.laterFiled.text())});
        return [this, header, rows, restated] {
            m_statementHeader = header;
            m_statementRows = rows;
            m_restatementRows = restated;
            emit statementChanged();
        };
    });
}

QVariantList ResearchModel::series() const
{
    QVariantList list;
    for (std::size_t i = 0; i < m_known->series.size(); ++i) {
        const auto& each = m_known->series[i];
        const auto at = std::find(m_chosen.begin(), m_chosen.end(), int(i));
        list << QVariantMap{{QStringLiteral("title"), each.title.empty() ? utf8(each.id) : utf8(each.title)}, {QStringLiteral("detail"), utf8(each.source) + QStringLiteral(" · ") + utf8(each.id) + (each.unit.empty() ? QString() : QStringLiteral(" · ") + utf8(each.unit))},
            {QStringLiteral("chosen"), at != m_chosen.end()}, {QStringLiteral("colour"), int(at - m_chosen.begin())}};
    }
    return list;
}

void ResearchModel::setAsKnown(const QString& day)
{
    if (day == m_asKnown || (!day.isEmpty() && !Date::parse(day.toStdString())))
        return;
    m_asKnown = day;
    readSeries();
}

void ResearchModel::toggleSeries(int index)
{
    const auto at = std::find(m_chosen.begin(), m_chosen.end(), index);
    if (at != m_chosen.end())
        m_chosen.erase(at);
    else if (m_chosen.size() < kSeriesAtOnce)
        m_chosen.push_back(index);
    readSeries();
}

void ResearchModel::readSeries()
{
    emit seriesChanged();
    std::vector<research::Series> heads;
    for (const int index : m_chosen)
        if (index < int(m_known->series.size()))
            heads.push_back(m_known->series[std::size_t(index)]);
    std::optional<Date> known;
    if (!m_asKnown.isEmpty())
        known = *Date::parse(m_asKnown.toStdString());
    inWorker([this, heads, known](research::ResearchStore& store) -> std::function<void()> {
        std::map<std::int32_t, std::vector<double>> byDay;
        QVariantList rows;
        QStringList names;
        for (std::size_t k = 0; k < heads.size(); ++k) {
            const auto whole = store.series(heads[k].source, heads[k].id);
            if (!whole)
                continue;
            names << (whole->title.empty() ? utf8(whole->id) : utf8(whole->title));
            for (const auto& each : research::asKnown(whole->observations, known)) {
                auto& values = byDay[each.date.days];
                values.resize(heads.size(), kNoValue);
                if (each.value)
                    values[k] = number(*each.value);
            }
            if (k == 0) {
                std::size_t told = 0;
                for (auto each = whole->observations.rbegin(); each != whole->observations.rend() && told < 400; ++each, ++told)
                    rows << plainRow({utf8(each->date.text()), each->value ? utf8(each->value->text()) : Format::none(), each->knownFrom == research::kAlwaysKnown ? Format::none() : utf8(each->knownFrom.text())});
            }
        }
        // Between two values of a series that reports less often its line goes straight on.
        QList<double> times;
        std::vector<QVariantList> values(heads.size());
        std::vector<std::vector<double>> columns(heads.size());
        for (const auto& [day, list] : byDay) {
            times << double(Date(day).startUtc().millis());
            for (std::size_t k = 0; k < heads.size(); ++k)
                columns[k].push_back(k < list.size() ? list[k] : kNoValue);
        }
        for (std::size_t k = 0; k < heads.size(); ++k) {
            std::size_t last = columns[k].size();
            for (std::size_t i = 0; i < columns[k].size(); ++i) {
                if (!std::isfinite(columns[k][i]))
                    continue;
                for (std::size_t between = last + 1; last < i && between < i; ++between)
                    columns[k][between] = columns[k][last] + (columns[k][i] - columns[k][last]) * (times[qsizetype(between)] - times[qsizetype(last)]) / (times[qsizetype(i)] - times[qsizetype(last)]);
                last = i;
            }
            for (const double value : columns[k])
                values[k] << value;
        }
        QVariantList lines;
        for (std::size_t k = 0; k < heads.size() && qsizetype(k) < names.size(); ++k)
            lines << QVariantMap{{QStringLiteral("name"), names[qsizetype(k)]}, {QStringLiteral("values"), values[k]}, {QStringLiteral("colour"), int(k)}};
        return [this, times, lines, rows] {
            m_seriesTimes = times;
            m_seriesLines = lines;
            m_observationRows = rows;
            emit seriesChanged();
            emit changed();
        };
    });
}

void ResearchModel::setFromCurrency(int index)
{
    if (index == m_from || index < 0 || index >= m_currencies.size())
        return;
    m_from = index;
    readRates();
}

void ResearchModel::setToCurrency(int index)
{
    if (index == m_to || index < 0 || index >= m_currencies.size())
        return;
    m_to = index;
    readRates();
}

void ResearchModel::readRates()
{
    m_curveRows.clear();
    for (const auto& [months, observations] : m_known->yields) {
        const research::Observation* newest = nullptr;
        for (const auto& each : observations)
            if (each.value)
                newest = &each;
        if (newest == nullptr)
            continue;
        QStringList cells{utf8(research::tenorName(months)), utf8(newest->value->text()), utf8(newest->date.text())};
        m_curveRows << plainRow(cells);
    }
    emit ratesChanged();
    if (m_from >= m_currencies.size() || m_to >= m_currencies.size())
        return;
    inWorker([this, known = m_known, from = m_currencies[m_from].toStdString(), to = m_currencies[m_to].toStdString()](research::ResearchStore&) -> std::function<void()> {
        std::map<std::int32_t, std::vector<research::Fixing>> byDay;
        for (const auto& each : known->fixings)
            byDay[each.date.days].push_back(each);
        QList<double> times;
        QVariantList values;
        QString told;
        for (const auto& [day, fixings] : byDay) {
            const auto rate = research::crossRate(fixings, from, to, Date(day), research::DayRule::Exact);
            if (!rate)
                continue;
            times << double(Date(day).startUtc().millis());
            values << number(rate->rate);
            told = utf8(rate->rate.text()) + QStringLiteral("  (") + utf8(rate->method) + QStringLiteral(", ") + utf8(rate->used.text()) + QLatin1Char(')');
        }
        const QVariantList lines{QVariantMap{{QStringLiteral("name"), utf8(from + "/" + to)}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), 0}}};
        return [this, times, lines, told] {
            m_rateTimes = times;
            m_rateLines = lines;
            m_cross = told;
            emit ratesChanged();
        };
    });
}

void ResearchModel::setCondition(const QString& condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    emit screenChanged();
}

void ResearchModel::runScreen()
{
    const auto screen = analytics::Screen::parse(m_condition.toStdString(), screenFundamentals());
    m_screenHeader.clear();
    m_screenRows.clear();
    if (!screen) {
        m_screenNote = message(screen.error());
        emit screenChanged();
        return;
    }
    m_screenNote = tr("Asking every instrument…");
    emit screenChanged();
    inWorker([this, condition = m_condition, open = m_openers.bars](research::ResearchStore& store) -> std::function<void()> {
        const auto bars = open ? open() : nullptr;
        ScreenRequest request;
        request.condition = condition.toStdString();
        const auto answer = bars ? screenStored(*bars, &store, request) : Result<ScreenAnswer>(unavailable("storage.cannot-open", "price history"));
        if (!answer)
            return [this, sentence = message(answer.error())] {
                m_screenNote = sentence;
                emit screenChanged();
            };
        QStringList header;
        QVariantList rows;
        int unknown = 0;
        for (const auto& row : answer->rows) {
            unknown += row.answer == analytics::Answer::Unknown ? 1 : 0;
            if (row.answer != analytics::Answer::Yes)
                continue;
            if (header.isEmpty()) {
                header << tr("Symbol") << tr("As of");
                for (const auto& [name, value] : row.values)
                    header << utf8(name);
            }
            QStringList cells{utf8(row.symbol), utf8(Date::ofUtc(row.asOf).text())};
            for (const auto& [name, value] : row.values)
                cells << (value ? QLocale(QLocale::English).toString(*value, 'f', std::abs(*value) < 1 ? 4 : 2) : Format::none());
            rows << plainRow(cells);
        }
        const QString note = tr("%1 of %2 match; of %3 it is not known. Understood as %4").arg(rows.size()).arg(answer->rows.size()).arg(unknown).arg(utf8(answer->understood));
        return [this, header, rows, note] {
            m_screenHeader = header;
            m_screenRows = rows;
            m_screenNote = note;
            emit screenChanged();
        };
    });
}

void ResearchModel::followScreenRow(int row)
{
    if (row >= 0 && row < m_screenRows.size())
        m_feed.selection().setSymbol(m_screenRows[row].toMap().value(QStringLiteral("cells")).toStringList().value(0));
}

} // namespace rialto::desk
