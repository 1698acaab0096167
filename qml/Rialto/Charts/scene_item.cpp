// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_item.h"

#include "scene_node.h"

#include <QImage>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace rialto::charts {

SceneItem::SceneItem(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void SceneItem::setTheme(QObject* theme)
{
    auto* known = qobject_cast<theme::Theme*>(theme);
    if (known == m_theme)
        return;
    if (m_theme)
        disconnect(m_theme, nullptr, this, nullptr);
    m_theme = known;
    if (m_theme) {
        connect(m_theme, &theme::Theme::changed, this, &QQuickItem::update);
        connect(m_theme, &theme::Theme::scaleChanged, this, &QQuickItem::update);
    }
    emit themeChanged();
    update();
}

ChartScene SceneItem::emptyScene() const
{
    ChartScene scene;
    scene.background = look().surface();
    scene.font = look().axisFont();
    scene.strongFont = scene.font;
    scene.strongFont.setWeight(QFont::DemiBold);
    return scene;
}

QImage SceneItem::picture(double scale)
{
    QImage image((size() * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    if (hasLook())
        rasterScene(buildScene(size()), image);
    return image;
}

QSGNode* SceneItem::updatePaintNode(QSGNode* node, UpdatePaintNodeData*)
{
    if (!hasLook() || width() < 1 || height() < 1 || window() == nullptr) {
        delete node;
        return nullptr;
    }
    auto* scene = static_cast<SceneNode*>(node);
    if (scene == nullptr)
        scene = new SceneNode(window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software);
    scene->show(buildScene(size()), QRectF(0, 0, width(), height()), window());
    return scene;
}

void SceneItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        update();
}

} // namespace rialto::charts
