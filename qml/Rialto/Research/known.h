// SPDX-License-Identifier: GPL-3.0-or-later
// What ResearchModel has read of the desk: a value that a worker fills and the GUI thread then keeps.
#pragma once

#include "research_model.h"

namespace rialto::desk {

struct ResearchModel::Known {
    std::vector<research::MergedDocument> news;
    std::vector<research::Document> filings;
    std::vector<research::Company> companies;
    std::vector<research::Series> series;   // without observations
    std::vector<research::Fixing> fixings;
    std::vector<research::Note> notes;
    std::map<int, std::vector<research::Observation>> yields; // by months
};

inline QString utf8(const std::string& text) { return QString::fromStdString(text); }
inline QVariantMap plainRow(const QStringList& cells, int tone = 0, bool strong = false)
{
    return {{QStringLiteral("cells"), cells}, {QStringLiteral("tone"), tone}, {QStringLiteral("strong"), strong}};
}

} // namespace rialto::desk
