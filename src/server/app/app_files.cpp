// VIGIE_APP_BYTES: the file of bytes that web/app/embed.mjs wrote; VIGIE_APP_TABLE, beside it,
// says where each file is among them.
#include "server/app/app_files.h"

#include <array>

// clang-format off
__asm__(
    ".section .rodata\n"
    ".global vigie_app_bytes\n"
    "vigie_app_bytes:\n"
    ".incbin \"" VIGIE_APP_BYTES "\"\n"
    ".byte 0\n"
    ".previous\n");
// clang-format on

extern "C" const char vigie_app_bytes[];  // NOLINT: only the assembler knows how many

namespace vigie {

namespace {

constexpr AppFile files[] = {
// NOLINT: as many as there are
#include VIGIE_APP_TABLE
    {}  // there may be none
};

}  // namespace

std::span<const AppFile> app_files() { return std::span{files}.first(std::size(files) - 1); }

std::string_view app_bytes(const AppBytes& bytes) {
  return {static_cast<const char*>(vigie_app_bytes) + bytes.from, bytes.size};
}

}  // namespace vigie
