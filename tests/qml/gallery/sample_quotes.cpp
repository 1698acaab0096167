// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_quotes.h"

#include "Theme/theme.h"

#include <QLocale>

namespace rialto::gallery {
namespace {

using Kind = kit::TableColumn::Kind;
using theme::Theme;

enum Column { Symbol, Name, Last, Change, ChangePercent, Volume, Spark, Side, Status };

constexpr const char* context = "SampleQuotes";

QString hundredths(qint64 value, bool sign)
{
    const QString digits = QLocale(QLocale::English).toString(double(std::abs(value)) / 100.0, 'f', 2);
    return (value < 0 ? QStringLiteral("\u2212") : sign && value > 0 ? QStringLiteral("+") : QString()) + digits;
}

} // namespace

SampleQuotes::SampleQuotes(QObject* parent)
    : TableModel(context,
                 {{.key = "symbol", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Symbol"), .width = 84},
                  {.key = "name", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Name"), .width = 120, .kind = Kind::Muted, .stretch = 1},
                  {.key = "last", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Last"), .width = 78, .kind = Kind::Tick},
                  {.key = "change", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Chg"), .width = 62, .kind = Kind::Signed},
                  {.key = "percent", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Chg %"), .width = 68, .kind = Kind::Signed},
                  {.key = "volume", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Volume"), .width = 88, .kind = Kind::Bar},
                  {.key = "spark", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Day"), .width = 84, .kind = Kind::Spark, .sortable = false},
                  {.key = "side", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Side"), .width = 52, .kind = Kind::Word},
                  {.key = "status", .title = QT_TRANSLATE_NOOP("SampleQuotes", "Status"), .width = 100, .kind = Kind::Status}},
                 parent)
{
    const QStringList symbols{"NVLT", "ORCA", "600519.SH", "HLIX", "EUR/USD", "BTC-USD", "TERN", "VANTA", "QUAY", "0700.HK", "LUMN", "ARDEN",
                              "KITE", "MIRA", "DELT", "OSLO", "PYXS", "RHEA", "SOLV", "TYRE", "UMBR", "VOLT", "WREN", "XENO"};
    const QStringList names{"Novalt Semiconductor", "Orca Shipping", "贵州茅台", "Helix Biotech", "Euro / US Dollar", "Bitcoin", "Tern Airlines",
                            "Vanta Energy", "Quay Bank", "腾讯控股", "Lumen Optics", "Arden Foods", "Kite Robotics", "Mira Health", "Delta Rail",
                            "Oslo Seafood", "Pyxis Maps", "Rhea Water", "Solva Paper", "Tyre & Co", "Umbra Media", "Volt Grid", "Wren Retail", "Xeno Labs"};
    const QStringList states{"Working", "Filled", "Pending", "Cancelled", "Rejected"};
    for (int i = 0; i < symbols.size(); ++i) {
        Row row;
        row.symbol = symbols.at(i);
        row.name = names.at(i);
        row.status = states.at(i % states.size());
        double level = 100.0;
        for (int k = 0; k < 40; ++k) {
            m_state = m_state * 1664525u + 1013904223u;
            level += double(int(m_state >> 24) - 126) / 60.0;
            row.path.append(level);
        }
        m_state = m_state * 1664525u + 1013904223u;
        row.before = 1200 + qint64(m_state >> 12) % (i % 3 == 2 ? 1800000 : 48000);
        row.last = row.before + row.before * qint64(level - 100.0) / 400;
        row.volume = 18000 + qint64(m_state >> 9) % 4200000;
        row.direction = i % 3 - 1;
        m_rows.push_back(row);
    }
}

int SampleQuotes::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString SampleQuotes::text(int row, int column) const
{
    const Row& r = m_rows[std::size_t(row)];
    switch (column) {
    case Symbol: return r.symbol;
    case Name: return r.name;
    case Last: return hundredths(r.last, false);
    case Change: return hundredths(r.last - r.before, true);
    case ChangePercent: return hundredths((r.last - r.before) * 10000 / r.before, true) + QStringLiteral("%");
    case Volume: return QLocale(QLocale::English).toString(r.volume);
    case Side: return row % 2 == 0 ? tr("Buy") : tr("Sell");
    case Status: return r.status;
    default: return {};
    }
}

int SampleQuotes::tone(int row, int column) const
{
    const Row& r = m_rows[std::size_t(row)];
    const qint64 change = r.last - r.before;
    switch (column) {
    case Change:
    case ChangePercent:
    case Spark: return change > 0 ? Theme::Up : change < 0 ? Theme::Down : Theme::Muted;
    case Last: return r.direction > 0 ? Theme::Up : r.direction < 0 ? Theme::Down : Theme::Neutral;
    case Volume: return Theme::Accent;
    case Side: return row % 2 == 0 ? Theme::Buy : Theme::Sell;
    case Status: {
        static const QHash<QString, int> tones{{"Working", Theme::Working}, {"Filled", Theme::Filled}, {"Pending", Theme::Pending}, {"Cancelled", Theme::Cancelled}, {"Rejected", Theme::Rejected}};
        return tones.value(r.status);
    }
    default: return Theme::Neutral;
    }
}

QVariant SampleQuotes::sortKey(int row, int column) const
{
    const Row& r = m_rows[std::size_t(row)];
    switch (column) {
    case Last: return r.last;
    case Change: return r.last - r.before;
    case ChangePercent: return (r.last - r.before) * 10000 / r.before;
    case Volume: return r.volume;
    default: return text(row, column);
    }
}

double SampleQuotes::fraction(int row, int) const
{
    return double(m_rows[std::size_t(row)].volume) / 4218000.0;
}

QList<double> SampleQuotes::series(int row, int) const
{
    return m_rows[std::size_t(row)].path;
}

void SampleQuotes::tick()
{
    int top = rowCount();
    int bottom = 0;
    for (int i = 0; i < 6; ++i) {
        m_state = m_state * 1664525u + 1013904223u;
        const int index = int((m_state >> 16) % m_rows.size());
        Row& row = m_rows[std::size_t(index)];
        const int move = int((m_state >> 8) % 9) - 4;
        row.last += move;
        row.direction = move > 0 ? 1 : move < 0 ? -1 : 0;
        if (move != 0)
            flashCell(index, Last, row.direction);
        top = std::min(top, index);
        bottom = std::max(bottom, index);
    }
    emit dataChanged(this->index(top, Last), this->index(bottom, Volume));
}

} // namespace rialto::gallery
