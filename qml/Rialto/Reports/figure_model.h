// SPDX-License-Identifier: GPL-3.0-or-later
// FigureModel: the numbers of the report that is shown, and the calculation of the chosen one as a tree down to the rows of the
// book, each step computed again. Values are finished text. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "reports/explanation.h"
#include "reports/printed_figures.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <vector>

namespace rialto::reporting {

class FigureModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the reports model")
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY stepsChanged)
    Q_PROPERTY(QString address READ address NOTIFY stepsChanged)
    Q_PROPERTY(QString verdict READ verdict NOTIFY stepsChanged)
    Q_PROPERTY(bool good READ good NOTIFY stepsChanged)

public:
    explicit FigureModel(Feed& feed, QObject* parent = nullptr);

    void setReport(reports::ReportFigures figures, std::vector<reports::PrintedFigure> printed);
    void clear() { setReport({}, {}); }

    /// {cells: [label, number], strong}; a row without a number is a heading.
    QVariantList rows() const { return m_rows; }
    QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    int count() const { return int(m_printed.size()); }
    /// Explains the figure of a row; a heading changes nothing.
    Q_INVOKABLE void choose(int row);
    /// {depth, label, value, formula, method, source, good}, each step before what it is computed from.
    QVariantList steps() const { return m_steps; }
    /// What `rialtoctl explain` takes.
    QString address() const;
    QString verdict() const;
    bool good() const { return m_good; }

signals:
    void rowsChanged();
    void stepsChanged();

private:
    void makeRows();
    void add(const reports::ExplainedFigure& step, int depth);
    QString labelOf(const std::string& id) const;

    Feed& m_feed;
    reports::ReportFigures m_figures;
    std::vector<reports::PrintedFigure> m_printed;
    std::map<std::string, std::size_t> m_places; // id -> printed
    std::vector<int> m_shown;                    // row -> printed; -1: a heading
    QVariantList m_rows;
    QString m_filter;
    std::string m_chosen;
    QVariantList m_steps;
    bool m_good = false;
};

} // namespace rialto::reporting
