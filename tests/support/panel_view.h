// SPDX-License-Identifier: GPL-3.0-or-later
// PanelView: one QML file in a window of its own, with its model, for tests by keyboard and for pictures. With RIALTO_SHOTS set
// to a folder, `shoot` writes PNG files there, in both looks and languages.
#pragma once

#include "Feed/feed.h"
#include "Theme/language.h"
#include "Theme/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QtTest/QtTest>

#include <memory>

namespace rialto::testing {

class PanelView {
public:
    PanelView(Feed& feed, const char* file, QObject* model, QSize size) : m_feed(feed)
    {
        theme::prepareApplication(*qobject_cast<QGuiApplication*>(QCoreApplication::instance()));
        m_view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.resize(size);
        QObject::connect(m_view.engine(), &QQmlEngine::warnings, &m_view, [this](const QList<QQmlError>& errors) {
            for (const auto& error : errors)
                m_warnings.append(error.toString());
        });
        m_view.setInitialProperties({{QStringLiteral("model"), QVariant::fromValue(model)}});
        m_view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/") + QString::fromLatin1(file)));
        // A singleton that is written in QML is only to be had through QML.
        QQmlComponent component(m_view.engine());
        component.setData("import QtQml\nimport Rialto.Theme\nQtObject { property QtObject theme: Theme; property QtObject language: Language }", QUrl());
        m_singletons.reset(component.create());
        look()->setMotion(false);
        m_view.setColor(look()->window());
        m_view.show();
        m_view.requestActivate();
        (void)QTest::qWaitForWindowExposed(&m_view);
    }
    theme::Theme* look() { return m_singletons->property("theme").value<theme::Theme*>(); }
    theme::Language* language() { return m_singletons->property("language").value<theme::Language*>(); }
    /// By what is seen: delegates are found too, which are no QObject children.
    QQuickItem* item(const char* name) { return m_view.rootObject() != nullptr ? below(m_view.rootObject(), QString::fromLatin1(name)) : nullptr; }
    QStringList warnings() const { return m_warnings; }
    QQuickView& window() { return m_view; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&m_view, key, modifiers); }
    void type(const char* text)
    {
        for (const char* c = text; *c != '\0'; ++c)
            QTest::keyClick(&m_view, *c);
    }
    void shoot(const QString& name)
    {
        const QString folder = qEnvironmentVariable("RIALTO_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const bool chinese : {false, true}) {
            language()->setCode(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
            m_feed.setLanguage(chinese ? UiLanguage::Chinese : UiLanguage::English);
            for (const bool dark : {true, false}) {
                look()->setDark(dark);
                m_view.setColor(look()->window());
                QTest::qWait(150);
                m_view.grabWindow().save(QStringLiteral("%1/%2_%3_%4.png").arg(folder, name, dark ? "dark" : "light", chinese ? "zh" : "en"));
            }
        }
        language()->setCode(QStringLiteral("en"));
        m_feed.setLanguage(UiLanguage::English);
        look()->setDark(true);
    }

private:
    static QQuickItem* below(QQuickItem* parent, const QString& name)
    {
        if (parent->objectName() == name)
            return parent;
        for (QQuickItem* child : parent->childItems())
            if (QQuickItem* found = below(child, name))
                return found;
        return nullptr;
    }

    Feed& m_feed;
    QQuickView m_view;
    QStringList m_warnings;
    std::unique_ptr<QObject> m_singletons;
};

} // namespace rialto::testing
