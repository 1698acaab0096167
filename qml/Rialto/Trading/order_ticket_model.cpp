// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and how it is read; sending and preview are in order_ticket_sending.cpp.
#include "order_ticket_model.h"

#include "Feed/messages.h"
#include "order_words.h"
#include "typed_figure.h"

#include <algorithm>

namespace rialto::trading {

namespace {

constexpr int kPreviewDelayMs = 60;
constexpr int kMatches = 8;

} // namespace

OrderTicketModel::OrderTicketModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewDelayMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &OrderTicketModel::askPreview);
    connect(&feed, &Feed::bookChanged, this, &OrderTicketModel::takeBook);
    connect(&feed, &Feed::marketChanged, this, &OrderTicketModel::takeMarket);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &OrderTicketModel::followSelection);
    connect(&feed.selection(), &Selection::accountChanged, this, [this] {
        emit accountsChanged();
        edited();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit accountsChanged();
        emit wordsChanged();
        emit draftChanged();
        emit quoteChanged();
        emit stateChanged();
        m_previewTimer.start();
    });
    takeBook(feed.book());
    followSelection();
}

const Instrument* OrderTicketModel::instrument() const { return m_book ? m_book->instrument(m_instrument) : nullptr; }

void OrderTicketModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    const bool accountsNew = !m_book || m_book->accounts.size() != book->accounts.size();
    m_book = book;
    m_marks.setBook(*book, m_feed.services().market());
    if (accountsNew)
        emit accountsChanged();
    if (!m_previewTimer.isActive())
        m_previewTimer.start();
    if (m_order.valid())
        emit stateChanged();
}

void OrderTicketModel::takeMarket(const MarketBoard::Changes& changes)
{
    m_marks.update(changes.quotes);
    const bool ours = std::any_of(changes.quotes.begin(), changes.quotes.end(), [this](const Quote& quote) { return quote.instrument == m_instrument; });
    if (!ours)
        return;
    emit quoteChanged();
    if (!m_previewTimer.isActive())
        m_previewTimer.start(4 * kPreviewDelayMs);
}

void OrderTicketModel::followSelection()
{
    if (m_feed.selection().instrument() == m_instrument)
        return;
    m_instrument = m_feed.selection().instrument();
    m_symbol = m_feed.selection().symbol();
    // A price of another instrument means nothing here.
    m_price.clear();
    if (const auto reference = referencePrice(); reference && instrument() != nullptr)
        m_price = editable(*reference, instrument()->spec.priceDigits);
    emit quoteChanged();
    edited();
}

void OrderTicketModel::edited()
{
    m_reviewing = false;
    m_done = false;
    if (m_sending)
        m_editedMeanwhile = true; // what is under way keeps its id until it is answered
    else
        m_commandId.clear();
    m_failure.clear();
    emit draftChanged();
    emit stateChanged();
    emit previewChanged();
    m_previewTimer.start(kPreviewDelayMs);
}

QStringList OrderTicketModel::accounts() const
{
    QStringList list;
    if (m_book)
        for (const Account& account : m_book->accounts)
            list.append(accountLabel(*m_book, account, m_feed.format().chinese()));
    return list;
}

int OrderTicketModel::accountIndex() const
{
    if (!m_book)
        return -1;
    for (std::size_t i = 0; i < m_book->accounts.size(); ++i)
        if (m_book->accounts[i].id == m_feed.selection().account())
            return int(i);
    return -1;
}

void OrderTicketModel::setAccountIndex(int index)
{
    if (m_book && index >= 0 && index < int(m_book->accounts.size()))
        m_feed.selection().setAccount(m_book->accounts[std::size_t(index)].id);
}

QStringList OrderTicketModel::sides() const { return {word(Side::Buy), word(Side::Sell)}; }
QString OrderTicketModel::tifMeaning() const { return longWord(m_tif); }

void OrderTicketModel::setSide(int side)
{
    if (side == int(m_side) || side < 0 || side > 1)
        return;
    m_side = static_cast<Side>(side);
    edited();
}

void OrderTicketModel::setType(int type)
{
    if (type == int(m_type) || type < 0 || type >= kOrderTypes)
        return;
    m_type = static_cast<OrderType>(type);
    edited();
}

void OrderTicketModel::setTif(int tif)
{
    if (tif == int(m_tif) || tif < 0 || tif >= kTimesInForce)
        return;
    m_tif = static_cast<TimeInForce>(tif);
    edited();
}

void OrderTicketModel::setSymbol(const QString& symbol)
{
    if (symbol == m_symbol)
        return;
    m_symbol = symbol;
    const std::string wanted = symbol.trimmed().toUpper().toStdString();
    InstrumentId found;
    if (m_book && m_book->instruments)
        for (const Instrument& candidate : *m_book->instruments)
            if (candidate.symbol == wanted)
                found = candidate.id;
    if (found.valid() && found != m_instrument) {
        m_feed.selection().setInstrument(found);
        m_symbol = symbol;
    }
    if (!found.valid())
        m_instrument = InstrumentId();
    else if (!m_instrument.valid()) { // the selection had it all the while
        m_instrument = found;
        emit quoteChanged();
    }
    edited();
}

QString OrderTicketModel::description() const { return instrument() != nullptr ? m_feed.format().name(*instrument()) : QString(); }

QString OrderTicketModel::terms() const
{
    const Instrument* known = instrument();
    if (known == nullptr)
        return {};
    return tr("%1 · %2 · tick %3 · lot %4")
        .arg(word(known->assetClass()), QString::fromStdString(known->spec.currency.code()), QString::fromStdString(known->spec.tick.text()),
            m_feed.format().quantity(known->spec.lot));
}

QVariantList OrderTicketModel::matches() const
{
    const QString typed = m_symbol.trimmed();
    if (typed.isEmpty() || !m_book || !m_book->instruments || instrument() != nullptr)
        return {};
    std::vector<std::pair<int, const Instrument*>> ranked;
    for (const Instrument& candidate : *m_book->instruments) {
        if (!candidate.tradable())
            continue;
        const QString symbol = QString::fromStdString(candidate.symbol);
        const QString english = QString::fromStdString(candidate.name);
        const QString chinese = QString::fromStdString(candidate.nameZh);
        const int rank = symbol.startsWith(typed, Qt::CaseInsensitive) ? 0
            : english.startsWith(typed, Qt::CaseInsensitive) || chinese.startsWith(typed) ? 1
            : english.contains(typed, Qt::CaseInsensitive) || chinese.contains(typed) || symbol.contains(typed, Qt::CaseInsensitive) ? 2 : 3;
        if (rank < 3)
            ranked.emplace_back(rank, &candidate);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QVariantList list;
    for (const auto& [rank, candidate] : ranked) {
        if (list.size() == kMatches)
            break;
        list.append(QVariantMap{{QStringLiteral("symbol"), QString::fromStdString(candidate->symbol)},
            {QStringLiteral("name"), m_feed.format().name(*candidate)}, {QStringLiteral("kind"), word(candidate->assetClass())}});
    }
    return list;
}

void OrderTicketModel::setByAmount(bool byAmount)
{
    if (byAmount == m_byAmount)
        return;
    if (const auto wanted = wantedQuantity(); m_byAmount && wanted)
        m_quantity = editable(*wanted);
    m_byAmount = byAmount;
    edited();
}

void OrderTicketModel::setQuantity(const QString& text)
{
    if (text == m_quantity)
        return;
    m_quantity = text;
    edited();
}

void OrderTicketModel::setAmount(const QString& text)
{
    if (text == m_amount)
        return;
    m_amount = text;
    edited();
}

void OrderTicketModel::setPrice(const QString& text)
{
    if (text == m_price)
        return;
    m_price = text;
    edited();
}

QString OrderTicketModel::currency() const { return instrument() != nullptr ? QString::fromStdString(instrument()->spec.currency.code()) : QString(); }

QString OrderTicketModel::symbolError() const
{
    return !m_symbol.trimmed().isEmpty() && instrument() == nullptr && matches().isEmpty() ? message("engine.instrument-unknown") : QString();
}

QString OrderTicketModel::quantityError() const
{
    const QString& typed = m_byAmount ? m_amount : m_quantity;
    if (typed.trimmed().isEmpty() || instrument() == nullptr)
        return {};
    if (m_byAmount) {
        const auto money = typedMoney(typed, instrument()->spec.currency);
        return money ? QString() : message(money.error());
    }
    const auto parsed = typedQuantity(typed);
    return parsed ? QString() : message(parsed.error());
}

QString OrderTicketModel::quantityHint() const
{
    if (!m_byAmount || m_amount.trimmed().isEmpty())
        return {};
    const auto wanted = wantedQuantity();
    return wanted ? tr("= %1, before fees").arg(m_feed.format().quantity(*wanted)) : QString();
}

QString OrderTicketModel::priceError() const
{
    if (!limited() || m_price.trimmed().isEmpty())
        return {};
    const auto parsed = typedPrice(m_price);
    return parsed ? QString() : message(parsed.error());
}

QString OrderTicketModel::bid() const
{
    const Quote* quote = m_marks.quote(m_instrument);
    return quote != nullptr && instrument() != nullptr && quote->bidSize.isPositive() ? m_feed.format().price(quote->bid, *instrument()) : Format::none();
}

QString OrderTicketModel::ask() const
{
    const Quote* quote = m_marks.quote(m_instrument);
    return quote != nullptr && instrument() != nullptr && quote->askSize.isPositive() ? m_feed.format().price(quote->ask, *instrument()) : Format::none();
}

QString OrderTicketModel::last() const
{
    const auto mark = m_marks.mark(m_instrument);
    return mark && instrument() != nullptr ? m_feed.format().price(*mark, *instrument()) : Format::none();
}

// What the order would trade at: the other side of the market, else the mark.
std::optional<Price> OrderTicketModel::referencePrice() const
{
    const Quote* quote = m_marks.quote(m_instrument);
    if (quote != nullptr && m_side == Side::Buy && quote->askSize.isPositive())
        return quote->ask;
    if (quote != nullptr && m_side == Side::Sell && quote->bidSize.isPositive())
        return quote->bid;
    return m_marks.mark(m_instrument);
}

std::optional<Quantity> OrderTicketModel::wantedQuantity() const
{
    if (instrument() == nullptr)
        return std::nullopt;
    if (!m_byAmount) {
        const auto parsed = typedQuantity(m_quantity);
        return parsed ? std::optional(*parsed) : std::nullopt;
    }
    const auto money = typedMoney(m_amount, instrument()->spec.currency);
    const auto limit = typedPrice(m_price);
    const auto price = limited() && limit ? std::optional(*limit) : referencePrice();
    return money && price ? quantityFor(*money, *price, *instrument()) : std::nullopt;
}

void OrderTicketModel::stepPrice(int steps)
{
    const Instrument* known = instrument();
    if (known == nullptr)
        return;
    const auto typed = typedPrice(m_price);
    const auto from = typed ? std::optional(*typed) : referencePrice();
    if (from)
        setPrice(editable(m_price.trimmed().isEmpty() ? *from : stepped(*from, known->spec.tick, steps), known->spec.priceDigits));
}

void OrderTicketModel::stepQuantity(int steps)
{
    const Instrument* known = instrument();
    if (known == nullptr || m_byAmount)
        return;
    const auto typed = typedQuantity(m_quantity);
    setQuantity(editable(stepped(typed ? *typed : Quantity(), quantityStep(*known), steps)));
}

void OrderTicketModel::takePrice(int which)
{
    const Quote* quote = m_marks.quote(m_instrument);
    const auto chosen = which == 2 || quote == nullptr ? m_marks.mark(m_instrument) : std::optional(which == 0 ? quote->bid : quote->ask);
    if (!chosen || instrument() == nullptr)
        return;
    m_type = OrderType::Limit;
    m_price = editable(*chosen, instrument()->spec.priceDigits);
    edited();
}

void OrderTicketModel::prepare(int side, const QString& symbol, const QString& quantity, const QString& price)
{
    setSide(side);
    setSymbol(symbol);
    m_byAmount = false;
    m_quantity = quantity;
    m_type = price.isEmpty() ? OrderType::Market : OrderType::Limit;
    if (!price.isEmpty())
        m_price = price;
    edited();
}

} // namespace rialto::trading
