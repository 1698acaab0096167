// SPDX-License-Identifier: GPL-3.0-or-later
// TapeModel: time and sales of the current instrument, newest first. GUI thread. The last prints of every instrument are kept,
// so that a change of symbol shows its tape at once. Row n is always the n-th newest print: rows never move, their texts do.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"

#include <deque>
#include <unordered_map>

namespace rialto {

class TapeModel : public kit::TableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    static constexpr std::size_t kKept = 120;

    explicit TapeModel(Feed& feed, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;

private:
    void onMarket(const MarketBoard::Changes& changes);
    void showGathered();
    void onInstrument();
    void onLanguage();
    const std::deque<TradePrint>* tape() const;

    Feed& m_feed;
    std::unordered_map<InstrumentId, std::deque<TradePrint>> m_tapes; // newest first
    InstrumentId m_shown;
    int m_rows = 0;
    bool m_touched = false;
    int m_digits = 2;
    std::string m_zone;
};

} // namespace rialto
