// SPDX-License-Identifier: GPL-3.0-or-later
// SampleQuotes: an invented watchlist for the gallery and for table tests. GUI thread. tick() moves a few rows; the numbers
// follow from the call count alone.
#pragma once

#include "Kit/table_model.h"

namespace rialto::gallery {

class SampleQuotes : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SampleQuotes(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    double fraction(int row, int column) const override;
    QList<double> series(int row, int column) const override;

    Q_INVOKABLE void tick();

private:
    struct Row {
        QString symbol, name, status;
        qint64 last = 0;      // hundredths
        qint64 before = 0;    // hundredths, previous close
        qint64 volume = 0;
        int direction = 0;
        QList<double> path;
    };
    std::vector<Row> m_rows;
    quint32 m_state = 7;
};

} // namespace rialto::gallery
