// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin
import Rialto.Shell

// The window: head line, the chosen workspace, foot line, and what opens over them. Pages load when they are first opened and
// stay as they were.
T.ApplicationWindow {
    id: window

    required property Workstation workstation

    objectName: "mainWindow"
    title: workstation.title
    width: workstation.preferences.windowSize.width
    height: workstation.preferences.windowSize.height
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    visibility: workstation.preferences.maximised ? Window.Maximized : Window.Windowed
    color: Theme.window

    onWidthChanged: sizeKeeper.restart()
    onHeightChanged: sizeKeeper.restart()
    onVisibilityChanged: sizeKeeper.restart()

    Timer {
        id: sizeKeeper

        interval: 500
        onTriggered: {
            window.workstation.preferences.maximised = window.visibility === Window.Maximized
            if (window.visibility === Window.Windowed)
                window.workstation.preferences.windowSize = Qt.size(window.width, window.height)
        }
    }
    Binding { target: Theme; property: "dark"; value: window.workstation.preferences.dark }
    Binding { target: Theme; property: "upDown"; value: window.workstation.preferences.upDown }
    Binding { target: Theme; property: "scale"; value: window.workstation.preferences.scale }

    // A locked screen hears no keys but the password's.
    Loader {
        active: !window.workstation.lock.locked
        sourceComponent: ShellShortcuts {
            workstation: window.workstation
            onFieldAsked: commandField.openWith("", false)
            onSheetAsked: cheatSheet.opened ? cheatSheet.close() : cheatSheet.open()
        }
    }
    Connections {
        target: window.workstation
        function onCommandFieldRequested(adding) { commandField.openWith("", adding) }
        function onCheatSheetRequested() { cheatSheet.open() }
        function onOverlaysDismissed() { commandField.close(); cheatSheet.close() }
        function onQuitRequested() { window.close() }
        function onWorkspaceChanged() { pages.focusCurrent() }
    }

    FocusScope {
        id: content

        anchors.fill: parent
        focus: true
        visible: !window.workstation.lock.locked
        enabled: visible

        // Letters that nothing else wanted begin a search, as traders expect.
        Keys.onPressed: (event) => {
            if ((event.modifiers & ~Qt.ShiftModifier & ~Qt.KeypadModifier) !== Qt.NoModifier || !/^[\w\u4e00-\u9fff/]$/.test(event.text))
                return
            commandField.openWith(event.text === "/" ? "" : event.text, false)
            event.accepted = true
        }

        TopBar {
            id: top

            width: parent.width
            workstation: window.workstation
            onFieldPressed: commandField.openWith("", false)
        }
        Item {
            id: pages

            anchors.top: top.bottom
            anchors.bottom: status.top
            anchors.left: parent.left
            anchors.right: parent.right

            function focusCurrent() {
                const page = repeater.itemAt(window.workstation.workspace)
                if (page)
                    page.forceActiveFocus()
            }

            Repeater {
                id: repeater

                model: window.workstation.workspaces.length

                Loader {
                    id: page

                    required property int index
                    readonly property bool current: index === window.workstation.workspace
                    property bool opened: false

                    function show() {
                        if (!current || opened)
                            return
                        opened = true
                        const entry = window.workstation.workspaces[index]
                        setSource(entry.page, {model: entry.model})
                    }

                    anchors.fill: parent
                    visible: current
                    focus: current
                    onCurrentChanged: show()
                    Component.onCompleted: show()
                }
            }
        }
        StatusBar {
            id: status

            anchors.bottom: parent.bottom
            width: parent.width
            workstation: window.workstation
        }
        ToastArea {
            anchors.fill: pages
            notices: window.workstation.notices
        }
    }
    Loader {
        anchors.fill: parent
        active: window.workstation.lock.locked
        onLoaded: item.forceActiveFocus()
        sourceComponent: LockScreen { model: window.workstation.lock }
    }
    // The frame says at a glance that no real money moves here.
    Rectangle {
        anchors.fill: parent
        z: 10
        color: "transparent"
        border.width: 2
        border.color: Theme.faded(Theme.colourOf(window.workstation.status.environmentTone), 0.55)
    }
    CommandField {
        id: commandField

        workstation: window.workstation
        parent: content
        x: Math.round((content.width - width) / 2)
        y: Theme.toolbarHeight - Theme.px(2)
        onClosed: pages.focusCurrent()
    }
    CheatSheet {
        id: cheatSheet

        workstation: window.workstation
        parent: content
        x: Math.round((content.width - width) / 2)
        y: Math.round((content.height - height) / 2)
        onClosed: pages.focusCurrent()
    }
}
