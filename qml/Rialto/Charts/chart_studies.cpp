// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_studies.h"

#include "indicator_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rialto::charts {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

int coloursOf(const analytics::Indicator& indicator)
{
    return int(std::count_if(indicator.outputs.begin(), indicator.outputs.end(), [](const analytics::Output& output) { return output.place == analytics::Place::Drawn; }));
}

} // namespace

ChartStudies::ChartStudies(QObject* parent) : QObject(parent), m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("studies"));
    m_thread.start();
}

ChartStudies::~ChartStudies()
{
    for (const auto& [id, cancelled] : m_running)
        *cancelled = true;
    m_thread.quit();
    m_thread.wait();
}

void ChartStudies::setSeries(ChartSeries* series)
{
    if (series == m_series)
        return;
    if (m_series)
        disconnect(m_series, nullptr, this, nullptr);
    m_series = series;
    if (m_series) {
        connect(m_series, &ChartSeries::changed, this, &ChartStudies::startAll);
        connect(m_series, &ChartSeries::appended, this, &ChartStudies::followAll);
        connect(m_series, &ChartSeries::lastChanged, this, &ChartStudies::followAll);
    }
    startAll();
    emit seriesChanged();
}

void ChartStudies::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    for (ChartStudy& study : m_studies)
        describe(study);
    emit entriesChanged();
    emit changed();
}

bool ChartStudies::busy() const { return !m_running.empty(); }

ChartStudy* ChartStudies::find(int id)
{
    const auto found = std::find_if(m_studies.begin(), m_studies.end(), [id](const ChartStudy& study) { return study.id == id; });
    return found == m_studies.end() ? nullptr : &*found;
}

void ChartStudies::describe(ChartStudy& study) const
{
    if (study.compare) {
        study.title = study.name;
        return;
    }
    const bool chinese = m_language.startsWith(QLatin1String("zh"));
    QStringList values;
    if (const auto chosen = analytics::indicatorValues(*study.indicator, study.parameters))
        for (std::size_t i = 0; i < study.indicator->parameters.size() && i < 4; ++i)
            if (study.indicator->parameters[i].kind != analytics::Parameter::Kind::Choice)
                values << text(chosen->text(i));
    QString name = chinese ? indicatorTitle(*study.indicator, true) : text(study.indicator->name).toUpper().replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!values.isEmpty())
        name += QLatin1Char(' ') + values.join(QStringLiteral(", "));
    study.title = name;
}

std::optional<int> ChartStudies::insert(ChartStudy study)
{
    if (m_studies.size() >= most)
        return std::nullopt;
    study.id = ++m_lastId;
    // The colours that the fewest others have, so that neighbours differ as long as they can.
    int next = 0;
    for (const ChartStudy& other : m_studies)
        next = std::max(next, other.colour + std::max(1, coloursOf(*other.indicator)));
    study.colour = next;
    describe(study);
    m_studies.push_back(std::move(study));
    start(m_studies.back());
    return m_lastId;
}

int ChartStudies::add(const QString& name)
{
    const analytics::Indicator* indicator = analytics::findIndicator(name.toStdString());
    if (indicator == nullptr)
        return 0;
    ChartStudy study;
    study.name = text(indicator->name);
    study.indicator = indicator;
    const auto id = insert(std::move(study));
    emit entriesChanged();
    emit stateChanged();
    emit changed();
    return id.value_or(0);
}

int ChartStudies::compare(const QString& symbol, std::vector<OtherCloses::Close> closes)
{
    auto shared = std::make_shared<const std::vector<OtherCloses::Close>>(std::move(closes));
    for (ChartStudy& study : m_studies)
        if (study.compare && study.name == symbol) {
            study.closes = std::move(shared);
            start(study);
            emit changed();
            return study.id;
        }
    ChartStudy study;
    study.name = symbol;
    study.compare = true;
    study.indicator = &OtherCloses::description();
    study.closes = std::move(shared);
    const auto id = insert(std::move(study));
    emit entriesChanged();
    emit stateChanged();
    emit changed();
    return id.value_or(0);
}

void ChartStudies::setLatest(const QString& symbol, double price)
{
    for (ChartStudy& study : m_studies)
        if (study.compare && study.name == symbol && study.run && m_series) {
            static_cast<OtherCloses&>(study.run->stream()).setLatest(price);
            study.run->follow(m_series->pyramid());
            emit changed();
        }
}

QStringList ChartStudies::compared() const
{
    QStringList symbols;
    for (const ChartStudy& study : m_studies)
        if (study.compare)
            symbols << study.name;
    return symbols;
}

void ChartStudies::remove(int id)
{
    const auto found = std::find_if(m_studies.begin(), m_studies.end(), [id](const ChartStudy& study) { return study.id == id; });
    if (found == m_studies.end())
        return;
    for (const auto& [running, cancelled] : m_running)
        if (running == id)
            *cancelled = true;
    m_studies.erase(found);
    emit entriesChanged();
    emit stateChanged();
    emit changed();
}

void ChartStudies::setVisible(int id, bool visible)
{
    ChartStudy* study = find(id);
    if (study == nullptr || study->visible == visible)
        return;
    study->visible = visible;
    emit entriesChanged();
    emit stateChanged();
    emit changed();
}

QString ChartStudies::setParameter(int id, const QString& parameter, const QString& value)
{
    ChartStudy* study = find(id);
    if (study == nullptr || study->compare)
        return {};
    const std::string key = parameter.toStdString() + "=";
    std::vector<std::string> wanted;
    for (const std::string& pair : study->parameters)
        if (pair.rfind(key, 0) != 0)
            wanted.push_back(pair);
    wanted.push_back(key + value.trimmed().toStdString());
    const auto values = analytics::indicatorValues(*study->indicator, wanted);
    if (!values)
        return text(values.error().detail);
    study->parameters = std::move(wanted);
    describe(*study);
    start(*study);
    emit entriesChanged();
    emit stateChanged();
    emit changed();
    return {};
}

void ChartStudies::start(ChartStudy& study)
{
    for (const auto& [running, cancelled] : m_running)
        if (running == study.id)
            *cancelled = true;
    study.run.reset();
    if (!m_series)
        return;
    std::unique_ptr<analytics::Stream> stream;
    if (study.compare) {
        stream = std::make_unique<OtherCloses>(study.closes);
    } else {
        const auto values = analytics::indicatorValues(*study.indicator, study.parameters);
        if (!values)
            return;
        stream = study.indicator->stream(*values);
    }
    // A std::function must be copyable, which a unique_ptr is not.
    auto run = std::make_shared<std::unique_ptr<StudyRun>>(std::make_unique<StudyRun>(*study.indicator, std::move(stream)));
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_running.emplace_back(study.id, cancelled);
    const BarPyramid& bars = m_series->pyramid();
    QMetaObject::invokeMethod(
        m_worker,
        [this, id = study.id, run, cancelled, history = bars.history(), size = bars.historySize(), tail = bars.tail()] {
            if (*cancelled || !(*run)->runAll(history, size, tail, *cancelled))
                run->reset();
            QMetaObject::invokeMethod(this, [this, id, run, cancelled] { take(id, cancelled, std::move(*run)); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void ChartStudies::take(int id, const std::shared_ptr<std::atomic<bool>>& cancelled, std::unique_ptr<StudyRun> run)
{
    m_running.erase(std::remove_if(m_running.begin(), m_running.end(), [&](const auto& entry) { return entry.second == cancelled; }), m_running.end());
    ChartStudy* study = find(id);
    if (study != nullptr && run && !*cancelled && m_series) {
        study->run = std::move(run);
        study->run->follow(m_series->pyramid());
    }
    emit changed();
}

void ChartStudies::startAll()
{
    for (ChartStudy& study : m_studies)
        start(study);
    emit changed();
}

void ChartStudies::followAll()
{
    for (ChartStudy& study : m_studies)
        if (study.run)
            study.run->follow(m_series->pyramid());
}

QVariantList ChartStudies::search(const QString& words) const
{
    const bool chinese = m_language.startsWith(QLatin1String("zh"));
    const QStringList wanted = words.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVariantList first, rest;
    for (const analytics::Indicator& indicator : analytics::indicatorCatalogue()) {
        QString all = text(indicator.name + " " + indicator.title + " " + indicator.group);
        for (const std::string& alias : indicator.aliases)
            all += QLatin1Char(' ') + text(alias);
        all += QLatin1Char(' ') + indicatorTitle(indicator, true) + QLatin1Char(' ') + groupTitle(indicator.group, true);
        all = all.toLower();
        if (!std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) { return all.contains(word); }))
            continue;
        const bool exact = !wanted.isEmpty() && text(indicator.name).startsWith(wanted.front());
        (exact ? first : rest) << QVariantMap{{QStringLiteral("name"), text(indicator.name)}, {QStringLiteral("title"), indicatorTitle(indicator, chinese)},
            {QStringLiteral("group"), groupTitle(indicator.group, chinese)}, {QStringLiteral("overlay"), indicator.overlay}};
    }
    return first + rest;
}

QVariantList ChartStudies::entries() const
{
    const bool chinese = m_language.startsWith(QLatin1String("zh"));
    QVariantList list;
    for (const ChartStudy& study : m_studies) {
        QVariantList parameters;
        const auto values = analytics::indicatorValues(*study.indicator, study.parameters);
        for (std::size_t i = 0; values && !study.compare && i < study.indicator->parameters.size(); ++i) {
            const analytics::Parameter& parameter = study.indicator->parameters[i];
            QStringList choices;
            for (const std::string& choice : parameter.choices)
                choices << text(choice);
            parameters << QVariantMap{{QStringLiteral("name"), text(parameter.name)}, {QStringLiteral("label"), parameterTitle(parameter.name, chinese)},
                {QStringLiteral("text"), text(values->text(i))}, {QStringLiteral("choices"), choices},
                {QStringLiteral("index"), int(choices.isEmpty() ? 0 : values->list()[i])}, {QStringLiteral("meaning"), text(parameter.meaning)}};
        }
        list << QVariantMap{{QStringLiteral("id"), study.id}, {QStringLiteral("name"), study.name}, {QStringLiteral("title"), study.title},
            {QStringLiteral("overlay"), study.overlay()}, {QStringLiteral("compare"), study.compare}, {QStringLiteral("visible"), study.visible},
            {QStringLiteral("colour"), study.colour}, {QStringLiteral("parameters"), parameters}};
    }
    return list;
}

QVariantList ChartStudies::state() const
{
    QVariantList list;
    for (const ChartStudy& study : m_studies) {
        QStringList parameters;
        for (const std::string& pair : study.parameters)
            parameters << text(pair);
        list << (study.compare ? QVariantMap{{QStringLiteral("compare"), study.name}, {QStringLiteral("visible"), study.visible}}
                               : QVariantMap{{QStringLiteral("name"), study.name}, {QStringLiteral("parameters"), parameters}, {QStringLiteral("visible"), study.visible}});
    }
    return list;
}

QStringList ChartStudies::setState(const QVariantList& state)
{
    for (const auto& [id, cancelled] : m_running)
        *cancelled = true;
    m_studies.clear();
    QStringList symbols;
    for (const QVariant& entry : state) {
        const QVariantMap facts = entry.toMap();
        if (const QString symbol = facts.value(QStringLiteral("compare")).toString(); !symbol.isEmpty()) {
            symbols << symbol;
            continue;
        }
        ChartStudy study;
        study.indicator = analytics::findIndicator(facts.value(QStringLiteral("name")).toString().toStdString());
        if (study.indicator == nullptr)
            continue;
        study.name = text(study.indicator->name);
        for (const QString& pair : facts.value(QStringLiteral("parameters")).toStringList())
            study.parameters.push_back(pair.toStdString());
        if (!analytics::indicatorValues(*study.indicator, study.parameters))
            study.parameters.clear();
        study.visible = facts.value(QStringLiteral("visible"), true).toBool();
        insert(std::move(study));
    }
    emit entriesChanged();
    emit changed();
    return symbols;
}

} // namespace rialto::charts
