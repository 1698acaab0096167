// SPDX-License-Identifier: GPL-3.0-or-later
// SceneNode: a ChartScene in the scene graph. With a real graphics API it is one node of coloured triangles and a few small
// textures of words; the software renderer, which cannot see geometry of our own, gets one picture painted by QPainter.
// Render thread, from updatePaintNode only.
#pragma once

#include "chart_scene.h"

#include <QSGGeometryNode>
#include <QSGImageNode>

#include <vector>

class QQuickWindow;

namespace rialto::charts {

class SceneNode : public QSGNode
{
public:
    explicit SceneNode(bool software);

    void show(const ChartScene& scene, const QRectF& area, QQuickWindow* window);

private:
    void showPicture(const ChartScene& scene, const QRectF& area, QQuickWindow* window);
    void showGeometry(const ChartScene& scene, const QRectF& area);
    void showWords(const ChartScene& scene, QQuickWindow* window);

    struct Words {
        QSGImageNode* node = nullptr;
        QString key;
    };

    bool m_software;
    QSGImageNode* m_picture = nullptr;
    QSGGeometryNode* m_shapes = nullptr;
    std::vector<Words> m_words;
};

} // namespace rialto::charts
