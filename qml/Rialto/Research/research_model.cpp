// SPDX-License-Identifier: GPL-3.0-or-later
#include "research_model.h"

#include "known.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <QDateTime>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace rialto::desk {
namespace {

constexpr std::size_t kNewsShown = 500;

/// Markup of a feed's summary is not for reading.
QString plainText(const std::string& markup)
{
    QString text = QString::fromStdString(markup.substr(0, 4000));
    text.remove(QRegularExpression(QStringLiteral("<[^>]{0,500}>")));
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&")).replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&#39;"), QStringLiteral("'")).simplified();
}

std::optional<int> tenorOf(const std::string& id)
{
    const std::string tail = id.rfind("UST.", 0) == 0 ? id.substr(4) : id;
    return tail.find('.') == std::string::npos ? research::tenorMonths(tail) : std::nullopt;
}

} // namespace

ResearchModel::ResearchModel(Feed& feed, Openers openers, QObject* parent) : QObject(parent), m_feed(feed), m_openers(std::move(openers)), m_worker(new QObject), m_known(std::make_shared<Known>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("desk"));
    m_thread.start();
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit textsChanged();
        refresh();
    });
    connect(&feed.selection(), &Selection::instrumentChanged, this, [this] {
        if (m_onlySelected)
            filterNews();
    });
}

ResearchModel::~ResearchModel()
{
    m_thread.quit();
    m_thread.wait();
}

void ResearchModel::inWorker(Work work)
{
    if (!m_openers.desk)
        return;
    if (++m_jobs == 1)
        emit busyChanged();
    QMetaObject::invokeMethod(m_worker, [this, work = std::move(work), open = m_openers.desk] {
        const auto store = open();
        std::function<void()> done;
        if (store)
            done = work(*store);
        else
            done = [this] { fail(tr("The book's information desk cannot be opened.")); };
        QMetaObject::invokeMethod(this, [this, done] {
            if (done)
                done();
            if (--m_jobs == 0)
                emit busyChanged();
        }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

void ResearchModel::fail(const QString& sentence)
{
    m_failure = sentence;
    emit changed();
}

void ResearchModel::setPage(int page)
{
    if (page == m_page || page < News || page > Screener)
        return;
    m_page = page;
    emit pageChanged();
    emit changed();
}

QStringList ResearchModel::pages() const { return {tr("News"), tr("Filings"), tr("Macro"), tr("Rates and FX"), tr("Notes"), tr("Screener")}; }

QVariantList ResearchModel::counts() const
{
    const auto count = [](std::size_t size) { return size == 0 ? QVariant(QString()) : QVariant(QString::number(size)); };
    return {count(m_known->news.size()), count(m_known->companies.size()), count(m_known->series.size()), count(std::size_t(m_currencies.size())), count(m_known->notes.size()), QString()};
}

bool ResearchModel::empty() const
{
    switch (m_page) {
    case News: return m_known->news.empty();
    case Filings: return m_known->companies.empty();
    case Macro: return m_known->series.empty();
    case Rates: return m_known->fixings.empty() && m_known->yields.empty();
    default: return false;
    }
}

QString ResearchModel::ageOf(Timestamp newest) const
{
    // The demo's market lives in a time of its own.
    const Timestamp now = m_feed.simulated() && m_feed.book() ? m_feed.book()->time : Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch());
    const qint64 minutes = (now.nanos - newest.nanos) / kNanosPerMinute;
    const QString date = m_feed.format().date(Date::ofUtc(newest));
    if (minutes < 0)
        return tr("newest of %1").arg(date);
    if (minutes < 120)
        return tr("newest %1 minutes old").arg(minutes);
    if (minutes < 48 * 60)
        return tr("newest %1 hours old").arg(minutes / 60);
    return tr("newest of %1, %2 days old").arg(date).arg(minutes / (24 * 60));
}

QString ResearchModel::age() const
{
    std::optional<Timestamp> newest;
    const auto take = [&newest](Timestamp time) { newest = newest ? std::max(*newest, time) : time; };
    if (m_page == News)
        for (const auto& each : m_known->news)
            if (each.document.published)
                take(*each.document.published);
    if (m_page == Filings)
        for (const auto& each : m_known->filings)
            if (each.published)
                take(*each.published);
    if (m_page == Macro && !m_seriesTimes.isEmpty())
        take(Timestamp::fromMillis(qint64(m_seriesTimes.back())));
    if (m_page == Rates && !m_known->fixings.empty())
        take(m_known->fixings.back().date.startUtc());
    if (m_page == Notes && !m_known->notes.empty())
        take(m_known->notes.front().time);
    return newest ? ageOf(*newest) : QString();
}

QString ResearchModel::importHint() const
{
    return tr("Import files in the Data workspace, or on the console: rialtoctl import feed.xml companyfacts.json eurofxref-hist.xml --book DIR");
}

void ResearchModel::refresh()
{
    m_failure.clear();
    inWorker([this](research::ResearchStore& store) -> std::function<void()> {
        auto known = std::make_shared<Known>();
        const auto documents = store.documents("");
        const auto companies = store.companies();
        const auto series = store.seriesList();
        const auto fixings = store.fixings(Date(-200'000), Date(200'000));
        const auto notes = store.notes();
        for (const Error* error : {documents ? nullptr : &documents.error(), companies ? nullptr : &companies.error(), series ? nullptr : &series.error(), fixings ? nullptr : &fixings.error(),
                 notes ? nullptr : &notes.error()})
            if (error != nullptr)
                return [this, sentence = message(*error)] { fail(sentence); };
        std::vector<research::Document> items;
        for (const auto& each : *documents)
            (each.kind == "news" ? items : known->filings).push_back(each);
        known->news = research::merge(items);
        known->companies = *companies;
        known->series = *series;
        known->fixings = *fixings;
        known->notes = *notes;
        for (const auto& head : known->series)
            if (const auto months = tenorOf(head.id))
                if (const auto whole = store.series(head.source, head.id))
                    known->yields[*months] = research::asKnown(whole->observations, std::nullopt);
        return [this, known] {
            m_known = known;
            m_currencies.clear();
            for (const auto& each : m_known->fixings)
                for (const std::string* code : {&each.base, &each.quote})
                    if (!m_currencies.contains(utf8(*code)))
                        m_currencies << utf8(*code);
            m_currencies.sort();
            m_from = int(std::max<qsizetype>(0, m_currencies.indexOf(QStringLiteral("EUR"))));
            m_to = int(std::max<qsizetype>(0, m_currencies.indexOf(QStringLiteral("USD"))));
            filterNews();
            readStatement();
            readSeries();
            readRates();
            emit changed();
        };
    });
}

void ResearchModel::setOnlySelected(bool only)
{
    if (only == m_onlySelected)
        return;
    m_onlySelected = only;
    filterNews();
}

void ResearchModel::search(const QString& words)
{
    if (words == m_words)
        return;
    m_words = words;
    filterNews();
}

void ResearchModel::filterNews()
{
    m_news.clear();
    std::vector<const research::MergedDocument*> shown;
    if (m_words.trimmed().isEmpty()) {
        for (const auto& each : m_known->news)
            shown.push_back(&each);
    } else {
        std::vector<research::Document> documents;
        for (const auto& each : m_known->news)
            documents.push_back(each.document);
        for (const auto& hit : research::search(documents, m_words.toStdString()))
            shown.push_back(&m_known->news[hit.index]);
    }
    const std::string symbol = m_feed.selection().symbol().toStdString();
    for (const auto* each : shown) {
        const research::Document& item = each->document;
        if (m_onlySelected && std::find(item.symbols.begin(), item.symbols.end(), symbol) == item.symbols.end())
            continue;
        if (m_news.size() >= qsizetype(kNewsShown))
            break;
        QStringList detail;
        detail << (item.published ? m_feed.format().dayAndTime(*item.published, "UTC") + QStringLiteral(" UTC") : utf8(item.publishedText)) << utf8(item.source);
        if (each->copies > 1)
            detail << tr("%1 sources had it").arg(each->copies);
        QStringList symbols;
        for (const auto& one : item.symbols)
            symbols << utf8(one);
        if (!symbols.isEmpty())
            detail << symbols.join(QLatin1Char(' '));
        m_news << QVariantMap{{QStringLiteral("title"), plainText(item.title)}, {QStringLiteral("detail"), detail.join(QStringLiteral(" · "))},
            {QStringLiteral("summary"), plainText(item.summary.empty() ? item.content : item.summary)}, {QStringLiteral("link"), utf8(item.link)},
            {QStringLiteral("sample"), std::find(item.tags.begin(), item.tags.end(), "sample") != item.tags.end()}};
    }
    emit newsChanged();
}

QStringList ResearchModel::ratings() const { return {tr("No rating"), tr("Sell"), tr("Underperform"), tr("Hold"), tr("Outperform"), tr("Buy")}; }

QString ResearchModel::ratingText(const std::string& rating) const
{
    const auto* const at = std::find(std::begin(research::kRatings), std::end(research::kRatings), rating);
    return at == std::end(research::kRatings) ? QString() : ratings().at(1 + (at - std::begin(research::kRatings)));
}

QVariantList ResearchModel::notes() const
{
    QVariantList list;
    for (const research::Note& note : m_known->notes) {
        QStringList detail{m_feed.format().date(Date::ofUtc(note.time))};
        if (!note.author.empty())
            detail << utf8(note.author);
        QStringList symbols;
        for (const auto& each : note.symbols)
            symbols << utf8(each);
        if (!symbols.isEmpty())
            detail << symbols.join(QLatin1Char(' '));
        if (note.target)
            detail << tr("target %1 %2").arg(utf8(note.target->text()), utf8(note.currency));
        const auto* const at = std::find(std::begin(research::kRatings), std::end(research::kRatings), note.rating);
        const int place = at == std::end(research::kRatings) ? -1 : int(at - std::begin(research::kRatings));
        list << QVariantMap{{QStringLiteral("id"), qint64(note.id)}, {QStringLiteral("title"), utf8(note.title)}, {QStringLiteral("detail"), detail.join(QStringLiteral(" · "))},
            {QStringLiteral("body"), utf8(note.body)}, {QStringLiteral("rating"), place + 1}, {QStringLiteral("ratingText"), ratingText(note.rating)},
            {QStringLiteral("symbols"), symbols.join(QLatin1Char(' '))}, {QStringLiteral("tone"), place >= 3 ? theme::Theme::Buy : place >= 0 && place <= 1 ? theme::Theme::Sell : theme::Theme::Neutral}};
    }
    return list;
}

void ResearchModel::openNote(int id)
{
    inWorker([this, id](research::ResearchStore& store) -> std::function<void()> {
        const auto history = store.noteHistory(id);
        if (!history)
            return {};
        return [this, revisions = *history] {
            m_noteHistory.clear();
            for (auto each = revisions.rbegin(); each != revisions.rend(); ++each)
                m_noteHistory << plainRow({m_feed.format().date(Date::ofUtc(each->time)), ratingText(each->rating), each->target ? utf8(each->target->text()) + QLatin1Char(' ') + utf8(each->currency) : QString()});
            emit noteChanged();
        };
    });
}

QString ResearchModel::saveNote(int id, const QString& title, const QString& body, int rating, const QString& symbols)
{
    research::Note note;
    note.id = id;
    note.title = title.trimmed().toStdString();
    note.body = body.toStdString();
    if (rating > 0 && rating <= int(std::size(research::kRatings)))
        note.rating = research::kRatings[rating - 1];
    for (const QString& symbol : symbols.split(QRegularExpression(QStringLiteral("[\\s,]+")), Qt::SkipEmptyParts))
        note.symbols.push_back(symbol.toStdString());
    // Notes are the user's, so they carry the user's time, whatever the market's is.
    note.time = Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch());
    for (const research::Note& known : m_known->notes)
        if (known.id == id) {
            note.author = known.author;
            note.target = known.target;
            note.currency = known.currency;
            note.clients = known.clients;
        }
    if (note.title.empty())
        return tr("A note needs a title.");
    if (const std::string fault = research::noteFault(note); !fault.empty())
        return message(invalid("research.note-invalid", fault));
    inWorker([this, note](research::ResearchStore& store) -> std::function<void()> {
        const auto kept = store.putNote(note);
        if (!kept)
            return [this, sentence = message(kept.error())] { fail(sentence); };
        return [this, kept = kept->id] {
            refresh();
            openNote(int(kept));
        };
    });
    return {};
}

void ResearchModel::eventsOf(const QString& symbol, std::function<void(QVariantList)> answer)
{
    inWorker([this, symbol, answer = std::move(answer)](research::ResearchStore& store) -> std::function<void()> {
        QVariantList events;
        const std::string wanted = symbol.toStdString();
        const auto add = [&events](Timestamp time, const char* letter, const std::string& title) {
            events << QVariantMap{{QStringLiteral("time"), double(time.millis())}, {QStringLiteral("kind"), 2}, {QStringLiteral("letter"), QString::fromLatin1(letter)}, {QStringLiteral("text"), utf8(title).left(80)}};
        };
        if (const auto documents = store.documents(""))
            for (const auto& each : *documents)
                if (each.published && std::find(each.symbols.begin(), each.symbols.end(), wanted) != each.symbols.end())
                    add(*each.published, each.kind == "filing" ? "F" : "N", each.title);
        if (const auto notes = store.notes())
            for (const auto& each : *notes)
                if (std::find(each.symbols.begin(), each.symbols.end(), wanted) != each.symbols.end())
                    add(each.time, "R", each.title);
        return [answer, events] { answer(events); };
    });
}

} // namespace rialto::desk
