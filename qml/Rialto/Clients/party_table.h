// SPDX-License-Identifier: GPL-3.0-or-later
// PartyTable: every person, company, trust and household with household, worth, review, papers, mandates and tasks. Rows are
// made elsewhere and replaced whole; cells are finished text. GUI thread.
#pragma once

#include "Feed/format.h"
#include "Kit/table_model.h"
#include "services/client_overview.h"

#include <vector>

namespace rialto::clientdesk {

struct PartyRow {
    clients::PartyId id;
    QString number;
    QString name;
    QString nameZh;
    clients::PartyKind kind = clients::PartyKind::Person;
    QString household;
    Money worth;
    DueState review = DueState::Fine;
    std::optional<int> reviewDays;
    DueState papers = DueState::Fine;
    std::optional<int> paperDays;
    int breaches = 0;
    int tasks = 0;
    int openHits = 0;
    clients::RiskRating rating = clients::RiskRating::Unrated;
};

class PartyTable : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    enum Column { Number, Name, Kind, Household, Worth, Review, Papers, Mandates, Tasks, Rating };

    explicit PartyTable(const Format& format, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    const std::vector<PartyRow>& rows() const { return m_rows; }
    void setRows(std::vector<PartyRow> rows);
    int rowOf(clients::PartyId id) const;

    static QString word(clients::PartyKind kind);
    static QString word(clients::RiskRating rating);
    static QString dueText(DueState state, const std::optional<int>& days);
    static int dueTone(DueState state);

private:
    const Format& m_format;
    std::vector<PartyRow> m_rows;
};

} // namespace rialto::clientdesk
