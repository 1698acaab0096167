// SPDX-License-Identifier: GPL-3.0-or-later
// OrderTicketModel: the order ticket. It keeps what was typed as it was typed, previews the order with the engine while it is
// being written, and sends it once: one command id is one intention, kept until the order is answered and renewed only when
// something is edited or the user deliberately orders again. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Feed/marks.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace rialto::trading {

class OrderTicketModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList accounts READ accounts NOTIFY accountsChanged)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY accountsChanged)
    Q_PROPERTY(QStringList sides READ sides NOTIFY wordsChanged)
    Q_PROPERTY(QStringList types READ types NOTIFY wordsChanged)
    Q_PROPERTY(QStringList tifs READ tifs NOTIFY wordsChanged)
    Q_PROPERTY(int side READ side WRITE setSide NOTIFY draftChanged)
    Q_PROPERTY(int type READ type WRITE setType NOTIFY draftChanged)
    Q_PROPERTY(int tif READ tif WRITE setTif NOTIFY draftChanged)
    Q_PROPERTY(QString tifMeaning READ tifMeaning NOTIFY draftChanged)
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY draftChanged)
    Q_PROPERTY(QString description READ description NOTIFY draftChanged)
    Q_PROPERTY(QString terms READ terms NOTIFY draftChanged)
    Q_PROPERTY(QVariantList matches READ matches NOTIFY draftChanged)
    Q_PROPERTY(bool byAmount READ byAmount WRITE setByAmount NOTIFY draftChanged)
    Q_PROPERTY(QString quantity READ quantity WRITE setQuantity NOTIFY draftChanged)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY draftChanged)
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY draftChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY draftChanged)
    // Which fields the type has, and what stands in them.
    Q_PROPERTY(bool limited READ limited NOTIFY draftChanged)
    Q_PROPERTY(bool triggers READ triggers NOTIFY draftChanged)
    Q_PROPERTY(bool trailing READ trailing NOTIFY draftChanged)
    Q_PROPERTY(bool dated READ dated NOTIFY draftChanged)
    Q_PROPERTY(bool leaves READ leaves WRITE setLeaves NOTIFY draftChanged)
    Q_PROPERTY(QString trigger READ trigger WRITE setTrigger NOTIFY draftChanged)
    Q_PROPERTY(QString trail READ trail WRITE setTrail NOTIFY draftChanged)
    Q_PROPERTY(QString goodTill READ goodTill WRITE setGoodTill NOTIFY draftChanged)
    Q_PROPERTY(QString display READ display WRITE setDisplay NOTIFY draftChanged)
    Q_PROPERTY(QString target READ target WRITE setTarget NOTIFY draftChanged)
    Q_PROPERTY(QString stopLoss READ stopLoss WRITE setStopLoss NOTIFY draftChanged)
    Q_PROPERTY(QString termsError READ termsError NOTIFY draftChanged)
    Q_PROPERTY(QStringList notes READ notes NOTIFY previewChanged)
    Q_PROPERTY(QString symbolError READ symbolError NOTIFY draftChanged)
    Q_PROPERTY(QString quantityError READ quantityError NOTIFY draftChanged)
    Q_PROPERTY(QString quantityHint READ quantityHint NOTIFY previewChanged)
    Q_PROPERTY(QString priceError READ priceError NOTIFY draftChanged)
    Q_PROPERTY(QString bid READ bid NOTIFY quoteChanged)
    Q_PROPERTY(QString ask READ ask NOTIFY quoteChanged)
    Q_PROPERTY(QString last READ last NOTIFY quoteChanged)
    Q_PROPERTY(QVariantList estimate READ estimate NOTIFY previewChanged)
    Q_PROPERTY(QStringList refusals READ refusals NOTIFY previewChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY previewChanged)
    Q_PROPERTY(bool sending READ sending NOTIFY stateChanged)
    Q_PROPERTY(bool reviewing READ reviewing NOTIFY stateChanged)
    Q_PROPERTY(QString reviewText READ reviewText NOTIFY stateChanged)
    Q_PROPERTY(bool reviewSkipped READ reviewSkipped WRITE setReviewSkipped NOTIFY stateChanged)
    Q_PROPERTY(QString buttonText READ buttonText NOTIFY stateChanged)
    Q_PROPERTY(QString result READ result NOTIFY stateChanged)
    Q_PROPERTY(int resultTone READ resultTone NOTIFY stateChanged)

public:
    explicit OrderTicketModel(Feed& feed, QObject* parent = nullptr);

    QStringList accounts() const;
    int accountIndex() const;
    void setAccountIndex(int index);
    QStringList sides() const;
    QStringList types() const;
    QStringList tifs() const;
    int side() const { return int(m_side); }
    void setSide(int side);
    int type() const { return int(m_type); }           // OrderType
    void setType(int type);
    int tif() const { return int(m_tif); }
    void setTif(int tif);
    QString tifMeaning() const;
    QString symbol() const { return m_symbol; }
    /// What was typed; a symbol of the book also becomes the instrument of all panels.
    void setSymbol(const QString& symbol);
    QString description() const;
    QString terms() const;
    /// Up to eight of {symbol, name, kind} whose symbol or name begins with or contains what was typed.
    QVariantList matches() const;
    bool byAmount() const { return m_byAmount; }
    void setByAmount(bool byAmount);
    QString quantity() const { return m_quantity; }
    void setQuantity(const QString& text);
    QString amount() const { return m_amount; }
    void setAmount(const QString& text);
    QString price() const { return m_price; }
    void setPrice(const QString& text);
    QString currency() const;
    bool limited() const { return needsLimit(m_type); }
    bool triggers() const { return waitsForTrigger(m_type) && !trails(m_type); }
    bool trailing() const { return trails(m_type); }
    bool dated() const { return m_tif == TimeInForce::Gtd; }
    /// Shows the rare fields: what is shown of the order, a target and a stop once it has traded.
    bool leaves() const { return m_leaves; }
    void setLeaves(bool leaves);
    QString trigger() const { return m_trigger; }
    void setTrigger(const QString& text) { setField(m_trigger, text); }
    QString trail() const { return m_trail; } // "0.25" or "1.5%"
    void setTrail(const QString& text) { setField(m_trail, text); }
    QString goodTill() const { return m_goodTill; }
    void setGoodTill(const QString& text) { setField(m_goodTill, text); }
    QString display() const { return m_display; }
    void setDisplay(const QString& text) { setField(m_display, text); }
    QString target() const { return m_target; }
    void setTarget(const QString& text) { setField(m_target, text); }
    QString stopLoss() const { return m_stopLoss; }
    void setStopLoss(const QString& text) { setField(m_stopLoss, text); }
    /// What of these fields cannot be read.
    QString termsError() const;
    /// Sentences: what is done at this workstation instead of at the broker.
    QStringList notes() const { return m_notes; }
    QString symbolError() const;
    QString quantityError() const;
    QString quantityHint() const;
    QString priceError() const;
    QString bid() const;
    QString ask() const;
    QString last() const;
    QVariantList estimate() const { return m_estimate; }
    /// Sentences: why the order as it stands would be refused.
    QStringList refusals() const { return m_refusals; }
    bool canSend() const;
    bool sending() const { return m_sending; }
    bool reviewing() const { return m_reviewing; }
    QString reviewText() const;
    bool reviewSkipped() const;
    void setReviewSkipped(bool skipped);
    QString buttonText() const;
    QString result() const;
    int resultTone() const;

    Q_INVOKABLE void stepPrice(int steps);
    /// The first step of an empty trigger is the market.
    Q_INVOKABLE void stepTrigger(int steps);
    Q_INVOKABLE void stepQuantity(int steps);
    /// Copies the bid (0), the ask (1) or the last price (2) into the limit.
    Q_INVOKABLE void takePrice(int which);
    /// Reads the whole ticket from outside: a click in the depth, a command line.
    Q_INVOKABLE void prepare(int side, const QString& symbol, const QString& quantity, const QString& price);
    /// The first press shows the review, the second sends; without review the first sends.
    Q_INVOKABLE void submit();
    Q_INVOKABLE void cancelReview();

signals:
    void accountsChanged();
    void wordsChanged();
    void draftChanged();
    void quoteChanged();
    void previewChanged();
    void stateChanged();
    /// The order has been answered: accepted or not.
    void answered(bool accepted);

private:
    const Instrument* instrument() const;
    std::optional<Price> referencePrice() const;
    std::optional<Quantity> wantedQuantity() const;
    std::optional<OrderRequest> request() const;
    void setField(QString& field, const QString& text);
    Result<void> readTerms(OrderRequest& order) const;
    Result<std::vector<OrderRequest>> exits(const OrderRequest& entry) const;
    Result<EngineHost::Body> body(OrderRequest order) const;
    void takeBook(BookPointer book);
    void takeMarket(const MarketBoard::Changes& changes);
    void followSelection();
    void edited();
    void askPreview();
    void showPreview(const OrderRequest& request, const OrderPreview& preview);
    void send();
    void hear(const Result<Reply>& reply);

    Feed& m_feed;
    BookPointer m_book;
    Marks m_marks;
    InstrumentId m_instrument;
    Side m_side = Side::Buy;
    OrderType m_type = OrderType::Limit;
    TimeInForce m_tif = TimeInForce::Day;
    QString m_symbol, m_quantity, m_amount, m_price;
    QString m_trigger, m_trail, m_goodTill, m_display, m_target, m_stopLoss;
    bool m_leaves = false;
    QStringList m_notes;
    bool m_byAmount = false;

    QTimer m_previewTimer;          // lets typing and quotes gather
    bool m_previewOut = false;
    bool m_previewStale = false;
    QVariantList m_estimate;
    QStringList m_refusals;

    std::string m_commandId;        // of the present intention; empty: a new one begins with the next press
    bool m_reviewing = false;
    bool m_sending = false;
    bool m_editedMeanwhile = false; // since it was sent
    bool m_done = false;            // the present intention has been answered
    QElapsedTimer m_sinceDone;
    QSet<QString> m_noReview;
    OrderId m_order;
    QString m_failure;
};

} // namespace rialto::trading
