// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_model.h"

#include "reports/format.h"

namespace rialto::reporting {

namespace {

constexpr int kMostSteps = 2000; // a line each; what lies deeper is told by the console

QString text(const std::string& words) { return QString::fromStdString(words); }

QString valueOf(const reports::Figure& figure)
{
    const QString value = text(reports::grouped(figure.text()));
    return figure.unit.empty() ? value : value + QLatin1Char(' ') + text(figure.unit);
}

} // namespace

FigureModel::FigureModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &Feed::languageChanged, this, &FigureModel::stepsChanged);
}

void FigureModel::setReport(reports::ReportFigures figures, std::vector<reports::PrintedFigure> printed)
{
    if (m_figures.figures.empty() && figures.figures.empty())
        return;
    m_figures = std::move(figures);
    m_printed = std::move(printed);
    m_places.clear();
    for (std::size_t i = 0; i < m_printed.size(); ++i)
        m_places.emplace(m_printed[i].id, i);
    m_chosen.clear();
    m_steps.clear();
    makeRows();
    emit stepsChanged();
}

void FigureModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    makeRows();
}

void FigureModel::makeRows()
{
    m_rows.clear();
    m_shown.clear();
    QString section;
    bool first = true;
    for (std::size_t i = 0; i < m_printed.size(); ++i) {
        const auto& each = m_printed[i];
        const QString label = text(each.label);
        if (!m_filter.isEmpty() && !label.contains(m_filter, Qt::CaseInsensitive) && !text(each.text).contains(m_filter) && !text(each.section).contains(m_filter, Qt::CaseInsensitive))
            continue;
        if (const QString own = each.section.empty() ? tr("Cover") : text(each.section); first || own != section) {
            section = own;
            first = false;
            m_rows.append(QVariantMap{{QStringLiteral("cells"), QStringList{section, QString()}}, {QStringLiteral("strong"), true}});
            m_shown.push_back(-1);
        }
        m_rows.append(QVariantMap{{QStringLiteral("cells"), QStringList{label, text(each.text)}}, {QStringLiteral("strong"), false}});
        m_shown.push_back(int(i));
    }
    emit rowsChanged();
}

void FigureModel::choose(int row)
{
    if (row < 0 || row >= int(m_shown.size()) || m_shown[std::size_t(row)] < 0)
        return;
    m_chosen = m_printed[std::size_t(m_shown[std::size_t(row)])].id;
    m_steps.clear();
    m_good = false;
    if (const auto explained = reports::explainFigure(m_figures, nullptr, m_chosen)) {
        m_good = explained->whole;
        add(*explained, 0);
    }
    emit stepsChanged();
}

QString FigureModel::labelOf(const std::string& id) const
{
    const auto at = m_places.find(id);
    return at == m_places.end() || m_printed[at->second].label.empty() ? text(id) : text(m_printed[at->second].label);
}

void FigureModel::add(const reports::ExplainedFigure& step, int depth)
{
    if (m_steps.size() >= kMostSteps)
        return;
    const auto& figure = step.figure;
    m_steps.append(QVariantMap{{QStringLiteral("depth"), depth}, {QStringLiteral("label"), labelOf(figure.id)}, {QStringLiteral("id"), text(figure.id)}, {QStringLiteral("value"), valueOf(figure)},
        {QStringLiteral("formula"), figure.operation == reports::Operation::Given ? QString() : text(reports::formulaText(figure))},
        {QStringLiteral("method"), text(figure.method)}, {QStringLiteral("source"), false}, {QStringLiteral("good"), step.whole}, {QStringLiteral("repeated"), step.repeated}});
    for (const auto& source : figure.sources) {
        if (m_steps.size() >= kMostSteps)
            return;
        reports::Figure part = figure;
        part.units = source.units;
        m_steps.append(QVariantMap{{QStringLiteral("depth"), depth + 1}, {QStringLiteral("label"), text(source.text.empty() ? source.key : source.text)}, {QStringLiteral("id"), text(source.kind + " " + source.key)},
            {QStringLiteral("value"), valueOf(part)}, {QStringLiteral("formula"), QString()}, {QStringLiteral("method"), QString()}, {QStringLiteral("source"), true}, {QStringLiteral("good"), true}, {QStringLiteral("repeated"), false}});
    }
    for (const auto& input : step.inputs)
        add(input, depth + 1);
}

QString FigureModel::address() const { return m_chosen.empty() ? QString() : text(m_figures.key + "/" + m_chosen); }

QString FigureModel::verdict() const
{
    if (m_chosen.empty())
        return {};
    return m_good ? tr("Computed again from its source rows: it agrees") : tr("Computed again from its source rows: it does not agree");
}

} // namespace rialto::reporting
