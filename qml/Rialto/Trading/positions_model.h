// SPDX-License-Identifier: GPL-3.0-or-later
// PositionsModel: holdings of all accounts, of one client or of one account at the newest marks, with totals by currency and in
// a base currency. Money is exact; what cannot be converted because there is no pair says so and stays out of the base
// total. Follows the market with one dataChanged a frame. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Feed/marks.h"
#include "Kit/table_model.h"

#include <QVariantList>

namespace rialto::trading {

class PositionsModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList accounts READ accounts NOTIFY accountsChanged)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY accountsChanged)
    Q_PROPERTY(bool showFlat READ showFlat WRITE setShowFlat NOTIFY accountsChanged)
    Q_PROPERTY(QVariantList totals READ totals NOTIFY totalsChanged)
    Q_PROPERTY(QString baseCurrency READ baseCurrency NOTIFY totalsChanged)
    Q_PROPERTY(QString missingRates READ missingRates NOTIFY totalsChanged)

public:
    enum Column { AccountColumn, Symbol, Name, QuantityColumn, AverageCost, Mark, MarketValue, CurrencyColumn, Unrealised, UnrealisedPercent, Realised, BaseValue, Weight };

    explicit PositionsModel(Feed& feed, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    double fraction(int row, int column) const override;

    /// "All accounts", then each account.
    QStringList accounts() const;
    int accountIndex() const { return m_accountIndex; }
    void setAccountIndex(int index);
    /// Only what this client holds, whatever the account; none: everybody.
    void setClient(ClientId client);
    /// Also what is sold out but has a realised result.
    bool showFlat() const { return m_showFlat; }
    void setShowFlat(bool show);

    /// Maps of label, value, unrealised, percent, realised, tone, realisedTone and base (true of the last): one a currency, then
    /// the sum in the base currency when there is more than one or it differs.
    QVariantList totals() const { return m_totals; }
    QString baseCurrency() const { return QString::fromStdString(m_base.code()); }
    /// "JPY, HKD" when their value is not in the base total.
    QString missingRates() const { return m_missing; }
    Q_INVOKABLE void follow(int row);

    struct Totals {
        Money value, unrealised, realised, cost;
    };
    /// Exact sum in the base currency of what could be converted.
    const Totals& baseTotals() const { return m_baseTotals; }

signals:
    void accountsChanged();
    void totalsChanged();

private:
    using Key = std::pair<AccountId, InstrumentId>;
    struct Row {
        PositionRow position;
        const Instrument* instrument = nullptr;
        PositionWorth worth;
        std::optional<Money> baseValue;
    };
    void takeBook(BookPointer book);
    void takeMarket(const MarketBoard::Changes& changes);
    bool value(Row& row) const;
    void sumUp();
    void chooseBase();

    Feed& m_feed;
    BookPointer m_book;
    Marks m_marks;
    std::vector<Key> m_rows;
    std::vector<Row> m_values;   // beside m_rows
    Currency m_base;
    ClientId m_client;
    int m_accountIndex = 0;
    bool m_showFlat = false;
    Totals m_baseTotals;
    QVariantList m_totals;
    QString m_missing;
};

} // namespace rialto::trading
