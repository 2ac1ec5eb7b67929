import { deflateSync } from 'node:zlib';

// Papers for tests, made here byte by byte: real enough for whoever looks at their content, and nobody's.

/** A JPEG's frame of the size given, with a scan that holds `filling`. Two fillings are two photographs. */
export function aPhoto({ width = 1200, height = 1600, filling = 'paper', bytes = 0 } = {}): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const quantisation = Buffer.concat([Buffer.from('ffdb004300', 'hex'), Buffer.alloc(64, 16)]);
  const scan = Buffer.concat([Buffer.from('ffda0008010100003f00', 'hex'), Buffer.from(filling), Buffer.alloc(bytes)]);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), quantisation, frame, scan, Buffer.from('ffd9', 'hex')]);
}

export function aPng({ width = 800, height = 600 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(64)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))]);
}

export function aWebp({ width = 800, height = 600 } = {}): Buffer {
  const body = Buffer.alloc(30);
  body.write('RIFF', 0, 'latin1');
  body.writeUInt32LE(22, 4);
  body.write('WEBPVP8 ', 8, 'latin1');
  body.writeUInt32LE(10, 16);
  body.writeUInt16LE(width, 26);
  body.writeUInt16LE(height, 28);
  return body;
}

/** A PDF of so many sheets; `packed` puts its objects into a stream, as most programs do today. `extra` stands among its objects. */
export function aPdf({ sheets = 1, packed = false, extra = '' } = {}): Buffer {
  const pages = Array.from({ length: sheets }, () => '<< /Type /Page /MediaBox [0 0 595 842] >>').join('\n');
  const objects = `<< /Type /Pages /Count ${sheets} >>\n${pages}\n${extra}`;
  const stream = deflateSync(Buffer.from(objects, 'latin1'));
  const body = packed
    ? Buffer.concat([
        Buffer.from(`1 0 obj << /Type /ObjStm /N ${sheets} /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`, 'latin1'),
        stream,
        Buffer.from('\nendstream\nendobj\n', 'latin1'),
      ])
    : Buffer.from(`1 0 obj ${objects}\nendobj\n`, 'latin1');
  return Buffer.concat([Buffer.from('%PDF-1.7\n', 'latin1'), body, Buffer.from('%%EOF\n', 'latin1')]);
}

/** What an iPhone's camera stores unless it is asked for JPEG. */
export function aHeic(): Buffer {
  return Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic', 'latin1'), Buffer.alloc(64)]);
}

/** The harmless file that scanners agree to find (eicar.org); in two halves, so that none finds it in this source. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');
