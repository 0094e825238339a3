#include "connector/zstd_writer.h"

#include <zstd.h>

#include <new>
#include <stdexcept>
#include <vector>

namespace vigie {

struct ZstdWriter::State {
  std::function<void(std::string_view)> write;
  ZSTD_CCtx* context = ZSTD_createCCtx();
  std::vector<char> room = std::vector<char>(ZSTD_CStreamOutSize());

  void pack(std::string_view bytes, ZSTD_EndDirective directive) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size || (directive == ZSTD_e_end && left != 0)) {
      ZSTD_outBuffer out{room.data(), room.size(), 0};
      left = ZSTD_compressStream2(context, &out, &in, directive);
      if (ZSTD_isError(left) != 0) throw std::runtime_error{ZSTD_getErrorName(left)};
      if (out.pos > 0) write({room.data(), out.pos});
    }
  }
};

ZstdWriter::ZstdWriter(std::function<void(std::string_view)> write)
    : state_{std::make_unique<State>()} {
  if (state_->context == nullptr) throw std::bad_alloc{};
  state_->write = std::move(write);
  ZSTD_CCtx_setParameter(state_->context, ZSTD_c_checksumFlag, 1);
}

ZstdWriter::~ZstdWriter() { ZSTD_freeCCtx(state_->context); }

void ZstdWriter::write(std::string_view bytes) { state_->pack(bytes, ZSTD_e_continue); }

void ZstdWriter::end() { state_->pack({}, ZSTD_e_end); }

}  // namespace vigie
