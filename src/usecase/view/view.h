// Saved views.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct SavedView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  std::string screen;
  std::string query;
  bool is_shared = false;
  bool is_own = false;
  std::optional<std::string> owner;
};

template <>
inline constexpr std::string_view title_of<SavedView> = "SavedView";
template <>
inline constexpr auto fields_of<SavedView> = std::tuple{
    field("reference", &SavedView::reference, "What it is called."),
    field("version", &SavedView::version, "Raised by one by each change."),
    field("name", &SavedView::name, "Shown to people."),
    field("screen", &SavedView::screen, "Of which screen."),
    field("query", &SavedView::query, "The parameters of the screen, as its address has them."),
    field("is_shared", &SavedView::is_shared, "Whether people of the same company see it."),
    field("is_own", &SavedView::is_own, "Whether it is of who asks: they alone change it."),
    field("owner", &SavedView::owner, "Name of who saved it; none once they are erased."),
};

struct ViewToSave {
  std::string name;
  std::string screen;
  std::string query;
  std::optional<bool> is_shared;
};

template <>
inline constexpr std::string_view title_of<ViewToSave> = "ViewToSave";
template <>
inline constexpr auto fields_of<ViewToSave> = std::tuple{
    field("name", &ViewToSave::name, "Shown to people.", AtMost{200}),
    field("screen", &ViewToSave::screen, "Letters, digits and hyphens.", AtMost{64}),
    field("query", &ViewToSave::query, "The parameters of the screen.", AtMost{4096}),
    field("is_shared", &ViewToSave::is_shared,
          "Whether people of the same company see it; not unless said."),
};

struct ViewChange {
  std::optional<std::string> name;
  std::optional<std::string> query;
  std::optional<bool> is_shared;
};

template <>
inline constexpr std::string_view title_of<ViewChange> = "ViewChange";
template <>
inline constexpr auto fields_of<ViewChange> = std::tuple{
    field("name", &ViewChange::name, "Shown to people.", AtMost{200}),
    field("query", &ViewChange::query, "The parameters of the screen.", AtMost{4096}),
    field("is_shared", &ViewChange::is_shared, "Whether people of the same company see it."),
};

struct ViewFilter {
  std::optional<std::string> screen;
};

template <>
inline constexpr auto fields_of<ViewFilter> =
    std::tuple{field("screen", &ViewFilter::screen, "Those of this screen.", AtMost{64})};

/// By name: one's own, and those shared by people of the same company, from its highest parent
/// down. Refused, in this order: unauthenticated, cursor_unknown.
Outcome<ListPage<SavedView>> saved_views(const Look& look, const ListAsked& asked,
                                         const ViewFilter& filter);

/// Refused, in this order: unauthenticated, not_found.
Outcome<SavedView> saved_view(const Look& look, std::string_view reference);

/// `most`: of one account. Refused, in this order: unauthenticated, name_malformed,
/// reference_malformed (the screen), views_full.
Outcome<SavedView> save_view(Desk& desk, const ViewToSave& asked, std::int64_t most);

/// Refused, in this order: unauthenticated, not_found, view_of_other, version_changed,
/// name_malformed.
Outcome<SavedView> change_view(Desk& desk, const Addressed& at, const ViewChange& asked);

/// Gives its reference. Refused, in this order: unauthenticated, not_found, view_of_other.
Outcome<std::string> remove_view(Desk& desk, std::string_view reference);

}  // namespace vigie
