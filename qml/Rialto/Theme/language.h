// SPDX-License-Identifier: GPL-3.0-or-later
// Language: the QML singleton that says in which language the screens speak, and changes it while they are open. GUI thread.
// A code is "en" (the language of the sources) or that of a catalogue in :/i18n, such as "zh_CN"; an unknown code leaves the
// language as it is.
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QTranslator>
#include <QtQml/qqmlregistration.h>

class QJSEngine;
class QQmlEngine;

namespace rialto::theme {

class Language : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
    Q_PROPERTY(QStringList codes READ codes CONSTANT)
    /// The names of the languages in themselves, in the order of `codes`.
    Q_PROPERTY(QStringList names READ names CONSTANT)

public:
    explicit Language(QQmlEngine* engine);
    ~Language() override;
    static Language* create(QQmlEngine* engine, QJSEngine*) { return new Language(engine); }

    QString code() const { return m_code; }
    void setCode(const QString& code);
    QStringList codes() const;
    QStringList names() const;
    /// The code that suits a locale: Chinese of any kind takes zh_CN, all others en.
    static QString codeFor(const QLocale& locale);

signals:
    void changed();

private:
    QQmlEngine* m_engine;
    QString m_code = QStringLiteral("en");
    QTranslator m_words, m_toolkitWords;
};

} // namespace rialto::theme
