// SPDX-License-Identifier: GPL-3.0-or-later
// SceneItem: the base of our chart items. A subclass says what its scene is; this class takes colours and fonts from the theme
// and draws the scene with whichever renderer the window has. GUI thread. Subclasses name it with its namespace, without which
// the QML tools of Qt 6.4 do not find it.
#pragma once

#include "chart_scene.h"

#include "Theme/theme.h"

#include <QImage>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace rialto::charts {

class SceneItem : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
    /// The Theme singleton. Without one nothing is drawn.
    Q_PROPERTY(QObject* theme READ theme WRITE setTheme NOTIFY themeChanged)

public:
    explicit SceneItem(QQuickItem* parent = nullptr);

    QObject* theme() const { return m_theme; }
    void setTheme(QObject* theme);

    /// A picture of the item at `scale`, for the clipboard, files and reports.
    Q_INVOKABLE QImage picture(double scale = 2.0);

signals:
    void themeChanged();

protected:
    /// Called once before each frame that changed, on the render thread while the GUI thread waits.
    virtual ChartScene buildScene(const QSizeF& size) = 0;

    const theme::Theme& look() const { return *m_theme; }
    bool hasLook() const { return m_theme != nullptr; }
    /// A scene with ground and fonts of the theme.
    ChartScene emptyScene() const;

    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData*) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    QPointer<theme::Theme> m_theme;
};

} // namespace rialto::charts
