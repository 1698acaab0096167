// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QQmlEngine>

namespace rialto::theme {

Language::Language(QQmlEngine* engine) : QObject(engine), m_engine(engine) {}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_toolkitWords);
}

void Language::setCode(const QString& code)
{
    if (code == m_code || !codes().contains(code))
        return;
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_toolkitWords);
    m_code = code;
    QLocale::setDefault(code == QLatin1String("en") ? QLocale(QLocale::English) : QLocale(code));
    if (code != QLatin1String("en")) {
        if (m_toolkitWords.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_toolkitWords);
        if (m_words.load(QStringLiteral(":/i18n/rialto_%1.qm").arg(code)))
            QCoreApplication::installTranslator(&m_words);
    }
    if (m_engine != nullptr) {
        m_engine->setUiLanguage(code);
        m_engine->retranslate();
    }
    emit changed();
}

QStringList Language::codes() const
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QStringList Language::names() const
{
    return {QStringLiteral("English"), QStringLiteral("简体中文")};
}

QString Language::codeFor(const QLocale& locale)
{
    return locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace rialto::theme
