// Plain structs described once: what each member is called and what it means.
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>

namespace vigie {

template <class Model, class Type>
struct Field {
  std::string_view name;  // of the column, and of the member in JSON
  Type Model::* member;
  std::string_view meaning;  // a sentence, for the reference
  std::size_t most = 0;      // characters of a text, items of a list; 0: no limit of its own
};

/// The limit of one field, beside those of every body.
struct AtMost {
  std::size_t count;
};

template <class Model, class Type>
constexpr Field<Model, Type> field(std::string_view name, Type Model::* member,
                                   std::string_view meaning, AtMost most = {0}) {
  return {name, member, meaning, most.count};
}

/// The fields of a plain struct, in the order of its columns or members. Specialised beside it:
///
///     template <>
///     inline constexpr auto fields_of<SiteRow> = std::tuple{
///         field("customer", &SiteRow::customer, "Party that occupies the site."),
///         field("name", &SiteRow::name, "Shown to people; unique for a customer."),
///     };
///
/// Rows, JSON and the pages of the API are made of it: `store/database/fields.h`,
/// `notation/json_fields.h`. Used in one .cpp a group of models. Source: design E14.
template <class Model>
inline constexpr std::tuple<> fields_of{};

/// What a struct is called in the description of the API: "Party". Specialised where it has a page.
template <class Model>
inline constexpr std::string_view title_of{};

template <class Model>
constexpr std::size_t field_count() {
  constexpr auto count = std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<Model>)>>;
  static_assert(count > 0, "describe the row: specialise fields_of");
  return count;
}

}  // namespace vigie
